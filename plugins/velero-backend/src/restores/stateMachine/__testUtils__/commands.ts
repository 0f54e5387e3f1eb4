import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { hasEnded } from '@appgear/backstage-plugin-velero-common';
import { transition } from '../transition';
import { Actor, GateCommand, GateRequest } from '../types';
import { Clerk } from './Clerk';

/** The system under test: one request, and how often it was executed. */
export interface Gate {
  request: GateRequest;
  readonly startMs: number;
  executions: number;
}

export type GateCommands = Iterable<fc.Command<Clerk, Gate>>;

/** Gives the machine a command, and checks what must hold whatever it was. */
function give(clerk: Clerk, gate: Gate, command: GateCommand) {
  const before = gate.request;
  const now = new Date(gate.startMs + clerk.now);
  const { request, events } = transition(before, command, now);
  gate.request = request;
  gate.executions += events.filter(
    event => event.type === 'executionStarted',
  ).length;

  // node's assert: Jest's expect makes a million steps take minutes.
  if (hasEnded(before.state)) assert.equal(request.state, before.state);
  before.votes.forEach((vote, index) =>
    assert.equal(request.votes[index], vote),
  );
  const voters = request.votes.map(vote => vote.voter);
  assert.equal(new Set(voters).size, voters.length);
  assert.ok(!voters.includes(request.requester));
  assert.ok(gate.executions <= 1, 'executed twice');
  assert.equal(hasEnded(request.state), request.endedAt !== undefined);
}

/** One step: the clerk and the machine do the same, and must agree. */
class Step implements fc.Command<Clerk, Gate> {
  constructor(
    private readonly label: string,
    private readonly clerkDoes: (clerk: Clerk) => void,
    private readonly command: GateCommand | undefined,
    private readonly onStep: () => void,
  ) {}

  check() {
    return true;
  }

  run(clerk: Clerk, gate: Gate) {
    this.onStep();
    this.clerkDoes(clerk);
    if (!this.command) return;
    give(clerk, gate, this.command);
    assert.equal(gate.request.state, clerk.stamp);
    assert.equal(
      gate.request.votes.map(vote => vote.voter).join(),
      clerk.votedNames.join(),
    );
    assert.equal(gate.request.breakGlass?.review?.reviewer, clerk.reviewer);
  }

  toString() {
    return this.label;
  }
}

const everyone = [0, 1, 2, 3, 4, 5].map(n => `user:default/p${n}`);
const names = fc.constantFrom(...everyone);
const roles = fc.subarray(['A', 'B', 'C']);
const comments = fc.constantFrom('', '  ', 'because');
const actors = fc.record({
  name: names,
  service: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
});
const actor = (who: { name: string; service: boolean }): Actor => ({
  kind: who.service ? 'service' : 'user',
  ref: who.name,
});
/** True nine times out of ten, so that the way to the end is often walked. */
const mostly = fc.integer({ min: 0, max: 9 }).map(n => n > 0);

/** Random commands, each for both. */
export function gateCommands(
  onStep: () => void = () => {},
): fc.Arbitrary<GateCommands> {
  const step = (
    label: string,
    clerkDoes: (clerk: Clerk) => void,
    command?: GateCommand,
  ) => new Step(label, clerkDoes, command, onStep);

  const wait = fc
    .integer({ min: 0, max: 25 })
    .map(ms => step(`wait ${ms}`, clerk => clerk.wait(ms)));

  const vote = fc
    .record({
      who: actors,
      veto: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
      comment: comments,
      sawCurrent: mostly,
      roles,
    })
    .map(({ who, ...ballot }) =>
      step(
        `vote ${JSON.stringify({ who, ...ballot })}`,
        clerk => clerk.vote({ ...who, ...ballot }),
        {
          type: 'vote',
          by: actor(who),
          decision: ballot.veto ? 'veto' : 'approve',
          comment: ballot.comment,
          digest: ballot.sawCurrent ? 'shown' : 'older',
          entitledTo: ballot.roles,
        },
      ),
    );

  const tick = fc
    .constant(null)
    .map(() => step('tick', clerk => clerk.lookAtClock(), { type: 'tick' }));
  const cancel = actors.map(who =>
    step('cancel', clerk => clerk.withdraw('cancelled'), {
      type: 'cancel',
      by: actor(who),
      reason: { message: 'not needed' },
    }),
  );
  const invalidate = fc.constant(null).map(() =>
    step('invalidate', clerk => clerk.withdraw('invalidated'), {
      type: 'invalidate',
      reasons: [{ message: 'backup is gone' }],
    }),
  );

  const start = fc
    .record({
      sameContent: mostly,
      requesterMay: mostly,
      allStay: fc.boolean(),
      lost: fc.uniqueArray(names, { maxLength: 2 }),
      left: roles,
    })
    .map(({ allStay, lost, left, ...look }) => {
      const rolesNow = Object.fromEntries(
        everyone.map(name => [
          name,
          !allStay && lost.includes(name) ? left : ['A', 'B', 'C'],
        ]),
      );
      return step(
        `start ${JSON.stringify({ ...look, rolesNow })}`,
        clerk => clerk.start({ ...look, rolesNow }),
        {
          type: 'startExecution',
          digest: look.sameContent ? 'shown' : 'other',
          requesterEntitled: look.requesterMay,
          entitlements: new Map(Object.entries(rolesNow)),
        },
      );
    });

  const finish = fc
    .constantFrom(
      'succeeded' as const,
      'partiallyFailed' as const,
      'failed' as const,
    )
    .map(outcome =>
      step(`finish ${outcome}`, clerk => clerk.finish(outcome), {
        type: 'finish',
        outcome,
        reasons: [{ message: 'as Velero says' }],
      }),
    );

  const review = fc
    .record({ who: actors, comment: comments, guard: mostly })
    .map(({ who, comment, guard }) =>
      step('review', clerk => clerk.review({ ...who, comment, guard }), {
        type: 'review',
        by: actor(who),
        standsGuard: guard,
        verdict: 'justified',
        comment,
      }),
    );

  // Votes and starts far more often than what ends a request early.
  const often = Array(6).fill([vote, vote, start]).flat();
  const steps: Array<fc.Arbitrary<fc.Command<Clerk, Gate>>> = [
    ...often,
    ...[wait, wait, tick, cancel, invalidate, finish, review],
  ];
  return fc.commands(steps, { maxCommands: 60, size: 'max' });
}
