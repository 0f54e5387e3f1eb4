import { DEFAULT_POLICY } from '../policy';
import {
  hoursAgo,
  namespace,
  NOW,
  point,
  SHOP,
  SHOP_COMPLETE,
} from '../__testUtils__/shop';
import { NamespaceWorld, WorkspaceWorld } from '../world';
import { assessWorkspace } from './assessWorkspace';

function assess(
  namespaces: NamespaceWorld[],
  intent: WorkspaceWorld['intent'] = 'enabled',
) {
  return assessWorkspace(
    { id: 'shop', intent, namespaces, evidenceOf: () => SHOP_COMPLETE },
    DEFAULT_POLICY,
    NOW,
  );
}

const codes = (assessment: ReturnType<typeof assess>) =>
  assessment.reasons.map(({ code }) => code);

const safe = namespace();
const bare = namespace({ cluster: 'edge', points: [] });
const hollow = namespace({
  cluster: 'dr',
  points: [],
  live: {
    state: 'read',
    content: { objects: [], volumes: [] },
    unreadable: [],
  },
});

describe('a workspace of several namespaces', () => {
  it('is as safe as the least safe of them, whose reasons come first', () => {
    const old = namespace({ points: [point({ takenAt: hoursAgo(48) })] });
    const assessment = assess([safe, old, bare]);
    expect(assessment.verdict).toBe('unprotected');
    expect(codes(assessment)).toEqual([
      'noPoint',
      'tooOld',
      'enabledButNotProtected',
    ]);
    expect(assessment.reasons[0]).toMatchObject({ cluster: 'edge' });
    expect(assessment.namespaces.map(({ verdict }) => verdict)).toEqual([
      'protected',
      'stale',
      'unprotected',
    ]);
  });

  it('does not suffer from one in which nothing lives', () => {
    const assessment = assess([safe, hollow]);
    expect(assessment.verdict).toBe('protected');
    expect(codes(assessment)).toEqual(['nothingLives']);
    expect(assessment.rpo.achievedSeconds).toBe(2 * 3600);
  });

  it('has the age of its oldest proven point, or none when a namespace has none', () => {
    const older = namespace({ points: [point({ takenAt: hoursAgo(20) })] });
    expect(assess([safe, older]).rpo.achievedSeconds).toBe(20 * 3600);
    expect(assess([safe, bare]).rpo.achievedSeconds).toBeUndefined();
  });

  it('is held to the strictest target that its namespaces ask for', () => {
    const strict = namespace({ annotations: { 'appgear.io/rpo': 'PT1H' } });
    const assessment = assess([safe, strict]);
    expect(assessment.rpo).toMatchObject({
      targetSeconds: 3600,
      targetSource: 'annotation',
    });
    expect(assessment.verdict).toBe('stale');
  });
});

describe('a namespace that no cluster shows any more', () => {
  const lost = namespace({
    cluster: 'bucket',
    isLost: true,
    live: { state: 'unread' },
    points: [point({ origin: { basis: 'unknown' } })],
  });

  it('has its points, of whichever cluster, and nothing is proven by them', () => {
    const assessment = assess([lost], 'disabled');
    expect(assessment.verdict).toBe('unknown');
    expect(codes(assessment)).toContain('onlyInBackups');
    expect(codes(assessment)).not.toContain('inventoryUnread');
    expect(assessment.namespaces[0].points).toMatchObject([
      { grade: 'unknown' },
    ]);
  });

  it('makes a workspace that lives elsewhere unknown, not safe', () => {
    expect(assess([safe, lost]).verdict).toBe('unknown');
  });
});

describe('intent and truth', () => {
  it('differ where backups are asked for and nothing is proven', () => {
    expect(codes(assess([bare], 'mixed'))).toContain('enabledButNotProtected');
    expect(codes(assess([bare], 'disabled'))).not.toContain(
      'enabledButNotProtected',
    );
  });

  it('differ where nobody asks, and it is protected all the same', () => {
    expect(codes(assess([safe], 'disabled'))).toEqual([
      'protectedButNotEnabled',
    ]);
    expect(codes(assess([safe], 'enabled'))).toEqual([]);
  });

  it('do not differ where nothing lives, or nothing is known', () => {
    const unread = namespace({ live: { state: 'unread' } });
    expect(codes(assess([hollow]))).toEqual(['nothingLives']);
    expect(codes(assess([unread]))).toEqual(['inventoryUnread']);
  });
});

it('counts kinds out that the configuration spares', () => {
  const world = {
    id: 'shop',
    intent: 'enabled' as const,
    namespaces: [namespace({ points: [] })],
    evidenceOf: () => SHOP_COMPLETE,
  };
  const exemptKinds = ['secrets', 'deployments.apps', 'persistentvolumeclaims'];
  const assessment = assessWorkspace(
    world,
    { ...DEFAULT_POLICY, exemptKinds },
    NOW,
  );
  expect(SHOP.objects).toHaveLength(3);
  expect(assessment.reasons).toMatchObject([{ code: 'nothingLives' }]);
});
