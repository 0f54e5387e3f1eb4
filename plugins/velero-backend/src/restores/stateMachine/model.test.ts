import * as fc from 'fast-check';
import { hasEnded } from '@appgear/backstage-plugin-velero-common';
import { fileRequest } from './file';
import { Clerk, World } from './__testUtils__/Clerk';
import { gateCommands, Gate } from './__testUtils__/commands';

/**
 * Steps of the model-based test: commands given to the machine and to a
 * clerk who knows the rules by heart but does not share a line of code with
 * it. `GATE_MODEL_STEPS=1000000` for the long run.
 */
const STEPS = Number(process.env.GATE_MODEL_STEPS ?? 100_000);
const RUNS_PER_ROUND = 500;

const START = Date.parse('2026-03-01T00:00:00.000Z');
const REQUESTER = 'user:default/p0';

const worlds: fc.Arbitrary<World> = fc.record({
  factors: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('A', 'B', 'C'),
      count: fc.integer({ min: 1, max: 2 }),
    }),
    { selector: factor => factor.id, maxLength: 3 },
  ),
  approveWithin: fc.integer({ min: 1, max: 60 }),
  executeWithin: fc.integer({ min: 1, max: 60 }),
  notBefore: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
  breakGlass: fc.boolean(),
});

function setup(world: World): { model: Clerk; real: Gate } {
  const request = fileRequest(
    {
      id: 'r',
      requester: REQUESTER,
      digest: 'shown',
      factors: world.factors,
      approveWithinMs: world.approveWithin,
      executeWithinMs: world.executeWithin,
      notBefore:
        world.notBefore === undefined
          ? undefined
          : new Date(START + world.notBefore).toISOString(),
      breakGlassIncident: world.breakGlass ? 'INC-1' : undefined,
    },
    new Date(START),
  ).request;
  return {
    model: new Clerk(world, REQUESTER),
    real: { request, startMs: START, executions: 0 },
  };
}

describe('the state machine and the clerk', () => {
  it(`agree for ${STEPS} steps`, () => {
    let steps = 0;
    const count = () => {
      steps += 1;
    };
    while (steps < STEPS) {
      fc.assert(
        fc.property(worlds, gateCommands(count), (world, commands) =>
          fc.modelRun(() => setup(world), commands),
        ),
        { numRuns: RUNS_PER_ROUND },
      );
    }
    expect(steps).toBeGreaterThanOrEqual(STEPS);
  }, 600_000);

  it('meet every state', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(worlds, gateCommands(), (world, commands) => {
        const { model, real } = setup(world);
        fc.modelRun(() => ({ model, real }), commands);
        met.add(real.request.state);
        return hasEnded(real.request.state) || !real.request.endedAt;
      }),
      { numRuns: 500, seed: 7 },
    );
    expect([...met].sort()).toEqual([
      'approved',
      'cancelled',
      'executing',
      'expired',
      'failed',
      'invalidated',
      'partiallyFailed',
      'pending',
      'rejected',
      'succeeded',
    ]);
  });
});
