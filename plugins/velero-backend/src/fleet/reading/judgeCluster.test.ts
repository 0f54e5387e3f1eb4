import { ClusterFacts, judgeCluster, KindView } from './judgeCluster';

const NOW = 1_000_000;

function kind(rest: Partial<KindView> = {}): KindView {
  return {
    kind: 'backups',
    state: 'current',
    known: true,
    behindSince: undefined,
    problem: undefined,
    missingRight: undefined,
    ...rest,
  };
}

function judge(facts: Partial<ClusterFacts> = {}) {
  return judgeCluster(
    {
      connected: true,
      problem: undefined,
      lastHeard: NOW - 1000,
      api: 'served',
      kinds: [kind({ kind: 'namespaces' }), kind()],
      ...facts,
    },
    NOW,
  );
}

const refused = { message: 'Nothing accepts connections.' };

describe('judgeCluster', () => {
  it('is live while every kind is followed', () => {
    expect(judge()).toEqual({
      state: 'live',
      asOf: undefined,
      velero: 'installed',
      problems: [],
    });
  });

  it('overlooks a watch that is away for a moment', () => {
    const away = kind({ state: 'behind', behindSince: NOW - 4000 });
    expect(judge({ kinds: [away] }).state).toBe('live');
  });

  it('is stale since the oldest watch that stays away', () => {
    const kinds = [
      kind({ state: 'behind', behindSince: NOW - 9000, problem: refused }),
      kind({ state: 'behind', behindSince: NOW - 7000, problem: refused }),
      kind(),
    ];
    expect(judge({ kinds })).toMatchObject({
      state: 'stale',
      asOf: NOW - 9000,
      problems: [refused],
    });
  });

  it('is connecting until each kind was read', () => {
    const reading = kind({ state: 'starting', known: false });
    expect(judge({ kinds: [kind(), reading] }).state).toBe('connecting');
    const failing = kind({ state: 'behind', known: false, behindSince: 1 });
    expect(judge({ kinds: [kind(), failing] }).state).toBe('connecting');
  });

  it('without a connection is stale if anything is known, else unreachable', () => {
    const lost = { connected: false, problem: refused };
    expect(judge(lost)).toMatchObject({
      state: 'stale',
      asOf: NOW - 1000,
      problems: [refused],
    });
    const unread = kind({ state: 'starting', known: false });
    expect(judge({ ...lost, api: undefined, kinds: [unread] })).toEqual({
      state: 'unreachable',
      asOf: undefined,
      velero: 'unknown',
      problems: [refused],
    });
    expect(
      judge({ connected: false, api: undefined, kinds: [unread] }).state,
    ).toBe('connecting');
  });

  it('tells "not installed" from "forbidden"', () => {
    const absent = kind({ state: 'absent', known: false });
    expect(judge({ api: 'absent', kinds: [absent] })).toMatchObject({
      state: 'live',
      velero: 'notInstalled',
      problems: [{ message: expect.stringContaining('not installed') }],
    });
    const forbidden = kind({
      state: 'forbidden',
      known: false,
      missingRight: 'list backups.velero.io',
    });
    expect(judge({ kinds: [forbidden] })).toMatchObject({
      velero: 'forbidden',
      problems: [
        {
          message: 'The identity of the portal may not list backups.velero.io.',
        },
      ],
    });
  });

  it('does not call rows present that it may no longer follow', () => {
    const lostRight = kind({
      state: 'forbidden',
      behindSince: NOW - 60_000,
      missingRight: 'watch backups.velero.io',
    });
    expect(judge({ kinds: [lostRight] })).toMatchObject({
      state: 'stale',
      asOf: NOW - 60_000,
    });
  });
});
