import { VERDICTS } from '@appgear/backstage-plugin-velero-common';
import fc from 'fast-check';
import { DEFAULT_POLICY } from '../policy';
import { NamespaceWorld, WorkspaceWorld } from '../world';
import { assessWorkspace } from './assessWorkspace';
import { isProtected } from '../__testUtils__/oracle';
import { NOW, worlds } from '../__testUtils__/randomWorlds';

/** More worlds: `PROTECTION_WORLDS=100000`, under a minute on two cores. */
const numRuns = Number(process.env.PROTECTION_WORLDS ?? 3_000);

const assess = (world: WorkspaceWorld) =>
  assessWorkspace(world, DEFAULT_POLICY, NOW);

function withNamespaces(
  world: WorkspaceWorld,
  change: (namespace: NamespaceWorld) => NamespaceWorld,
): WorkspaceWorld {
  return { ...world, namespaces: world.namespaces.map(change) };
}

describe('in any world', () => {
  it(`protected means protected, in ${numRuns} of them`, () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(worlds, world => {
        const { verdict, rpo } = assess(world);
        seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
        expect(verdict === 'protected').toBe(isProtected(world));
        const { achievedSeconds = Infinity, targetSeconds } = rpo;
        expect(
          verdict !== 'protected' || achievedSeconds <= targetSeconds,
        ).toBe(true);
      }),
      { numRuns },
    );
    // A generator that never gets there would prove nothing.
    expect(new Set(seen.keys())).toEqual(new Set(VERDICTS));
    expect(seen.get('protected')).toBeGreaterThan(numRuns / 50);
  });

  it('what is not read proves nothing', () => {
    fc.assert(
      fc.property(worlds, world => {
        const { verdict } = assess({
          ...world,
          evidenceOf: () => ({ state: 'waiting' }),
        });
        expect(verdict).not.toBe('protected');
        expect(verdict).not.toBe('stale');
      }),
    );
  });

  it('what only backups tell of is never protected, whatever they hold', () => {
    fc.assert(
      fc.property(worlds, world => {
        const lost = assess(
          withNamespaces(world, each => ({ ...each, isLost: true })),
        );
        for (const { verdict, points } of lost.namespaces) {
          expect(['unknown', 'unprotected']).toContain(verdict);
          expect(points.every(({ grade }) => grade === 'unknown')).toBe(true);
        }
      }),
    );
  });

  it('a storage that is not available protects nothing', () => {
    fc.assert(
      fc.property(worlds, world => {
        const { verdict } = assess(
          withNamespaces(world, namespace => ({
            ...namespace,
            points: namespace.points.map(point => ({
              ...point,
              availability: { state: 'unavailable' },
            })),
          })),
        );
        expect(verdict).not.toBe('protected');
      }),
    );
  });

  it('the order in which points come changes nothing', () => {
    fc.assert(
      fc.property(worlds, world => {
        const reversed = withNamespaces(world, namespace => ({
          ...namespace,
          points: [...namespace.points].reverse(),
        }));
        expect(assess(reversed)).toEqual(assess(world));
      }),
    );
  });

  it('every verdict but protected has its reason', () => {
    fc.assert(
      fc.property(worlds, world => {
        const silent = assess(world).namespaces.filter(
          ({ verdict, reasons }) =>
            verdict !== 'protected' && reasons.length === 0,
        );
        expect(silent).toEqual([]);
      }),
    );
  });
});
