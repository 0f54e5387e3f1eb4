import { Actor, GateCommand, GateRequest } from './types';
import { fileRequest, NewRequest } from './file';
import { transition } from './transition';
import { factorsFilled } from './vote';

const HOUR = 3_600_000;
const T0 = new Date('2026-03-01T10:00:00.000Z');
const at = (hours: number) => new Date(T0.getTime() + hours * HOUR);

const APPROVERS = 'group:default/appgear-dr-approvers';
const OWNERS = 'group:default/team-payments';

const person = (name: string): Actor => ({
  kind: 'user',
  ref: `user:default/${name}`,
});
const otto = person('otto.operator');
const ana = person('ana.approver');
const bruno = person('bruno.approver');

function file(overrides: Partial<NewRequest> = {}): GateRequest {
  return fileRequest(
    {
      id: 'r1',
      requester: otto.ref,
      digest: 'digest-1',
      factors: [
        { id: APPROVERS, count: 1 },
        { id: OWNERS, count: 1 },
      ],
      approveWithinMs: 24 * HOUR,
      executeWithinMs: 4 * HOUR,
      ...overrides,
    },
    T0,
  ).request;
}

type Vote = Extract<GateCommand, { type: 'vote' }>;
const approveAs = (
  by: Actor,
  entitledTo: string[],
  overrides: Partial<Vote> = {},
): Vote => ({
  type: 'vote',
  by,
  decision: 'approve',
  digest: 'digest-1',
  entitledTo,
  ...overrides,
});

function run(request: GateRequest, ...commands: Array<[GateCommand, Date]>) {
  return commands.reduce(
    (current, [command, now]) => transition(current, command, now).request,
    request,
  );
}

const approved = () =>
  run(
    file(),
    [approveAs(ana, [APPROVERS]), at(1)],
    [approveAs(bruno, [APPROVERS, OWNERS]), at(2)],
  );

const start = (
  overrides: Partial<Extract<GateCommand, { type: 'startExecution' }>> = {},
): GateCommand => ({
  type: 'startExecution',
  digest: 'digest-1',
  requesterEntitled: true,
  entitlements: new Map([
    [ana.ref, [APPROVERS]],
    [bruno.ref, [APPROVERS, OWNERS]],
  ]),
  ...overrides,
});

describe('approval', () => {
  it('needs every factor, each by a different person', () => {
    const once = run(file(), [approveAs(bruno, [APPROVERS, OWNERS]), at(1)]);
    expect(once.state).toBe('pending');

    const twice = run(once, [approveAs(ana, [APPROVERS]), at(2)]);
    expect(twice.state).toBe('approved');
    expect(factorsFilled(twice).filledBy.get(OWNERS)).toEqual([bruno.ref]);
    expect(factorsFilled(twice).filledBy.get(APPROVERS)).toEqual([ana.ref]);
  });

  it('opens the second clock, from the wanted time when that is later', () => {
    expect(approved().executeBefore).toBe(at(6).toISOString());

    const deadlineWhenWantedAt = (hours: number) =>
      run(
        file({
          notBefore: at(hours).toISOString(),
          factors: [{ id: APPROVERS, count: 1 }],
        }),
        [approveAs(ana, [APPROVERS]), at(3)],
      ).executeBefore;
    expect(deadlineWhenWantedAt(20)).toBe(at(24).toISOString());
    expect(deadlineWhenWantedAt(1)).toBe(at(7).toISOString());
  });

  it('is there from the start where the policy asks for nobody', () => {
    const { state, executeBefore } = file({ factors: [] });
    expect(state).toBe('approved');
    expect(executeBefore).toBe(at(4).toISOString());
  });
});

describe('a vote is refused', () => {
  const refusals: Array<[string, GateRequest, Vote, string]> = [
    ['from the requester', file(), approveAs(otto, [APPROVERS]), 'ownRequest'],
    [
      'from a service',
      file(),
      approveAs({ kind: 'service', ref: 'plugin:ci' }, [APPROVERS]),
      'servicesDoNotVote',
    ],
    ['without a role', file(), approveAs(ana, []), 'notEntitled'],
    [
      'with a role the request does not ask for',
      file(),
      approveAs(ana, ['group:default/others']),
      'notEntitled',
    ],
    [
      'on something else than is shown now',
      file(),
      approveAs(ana, [APPROVERS], { digest: 'digest-0' }),
      'digestChanged',
    ],
    [
      'as a veto that says nothing',
      file(),
      approveAs(ana, [APPROVERS], { decision: 'veto', comment: '  ' }),
      'commentRequired',
    ],
    [
      'a second time',
      run(file(), [approveAs(ana, [APPROVERS]), at(1)]),
      approveAs(ana, [APPROVERS], { decision: 'veto', comment: 'no' }),
      'alreadyVoted',
    ],
    [
      'when enough have voted',
      approved(),
      approveAs(person('carla'), [APPROVERS]),
      'notPending',
    ],
  ];

  it.each(refusals)('%s', (_, request, vote, refusal) => {
    const result = transition(request, vote, at(3));
    expect(result.refusal).toBe(refusal);
    expect(result.request).toEqual(request);
    expect(result.events).toEqual([]);
  });
});

describe('a veto', () => {
  const veto = approveAs(person('carla'), [OWNERS], {
    decision: 'veto',
    comment: 'The order table is being repaired',
  });

  it.each([
    ['pending', file()],
    ['approved', approved()],
  ])('ends a request that is %s', (_, request) => {
    const result = transition(request, veto, at(3));
    expect(result.request.state).toBe('rejected');
    expect(result.request.endReason).toBe('The order table is being repaired');
    expect(result.events.map(event => event.type)).toEqual([
      'voted',
      'rejected',
    ]);
  });

  it('comes too late once a worker has begun', () => {
    const executing = run(approved(), [start(), at(3)]);
    expect(transition(executing, veto, at(3)).refusal).toBe('notPending');
  });
});

describe('the clocks', () => {
  it.each([
    ['the last moment', new Date(at(24).getTime() - 1), 'approved'],
    ['the deadline itself', at(24), 'expired'],
  ])('take an approval at %s as %s', (_, now, state) => {
    const request = file({ factors: [{ id: APPROVERS, count: 1 }] });
    const result = transition(request, approveAs(ana, [APPROVERS]), now);
    expect(result.request.state).toBe(state);
  });

  it('expire a request for whoever comes first, and turn that one away', () => {
    const result = transition(file(), approveAs(ana, [APPROVERS]), at(30));
    expect(result.refusal).toBe('ended');
    expect(result.request.votes).toEqual([]);
    expect(result.request.endedAt).toBe(at(30).toISOString());
    expect(result.events.map(event => event.type)).toEqual(['expired']);
  });

  it('expire an approval that was not executed in time', () => {
    expect(run(approved(), [start(), at(6)]).state).toBe('expired');
  });

  it('do not run while a worker has it', () => {
    const executing = run(approved(), [start(), at(3)]);
    expect(run(executing, [{ type: 'tick' }, at(100)]).state).toBe('executing');
  });
});

describe('execution', () => {
  it('starts once', () => {
    const executing = run(approved(), [start(), at(3)]);
    expect(executing.state).toBe('executing');
    expect(transition(executing, start(), at(3)).refusal).toBe('notApproved');
  });

  it('waits for the wanted time', () => {
    const request = file({ factors: [], notBefore: at(5).toISOString() });
    expect(transition(request, start(), at(4)).refusal).toBe('tooEarly');
    expect(transition(request, start(), at(5)).request.state).toBe('executing');
  });

  it.each([
    ['the content changed', start({ digest: 'digest-2' })],
    ['the requester lost the right', start({ requesterEntitled: false })],
    [
      'an approver lost the role',
      start({ entitlements: new Map([[ana.ref, [APPROVERS]]]) }),
    ],
    [
      'an approver has another role than the one the vote was cast in',
      start({
        entitlements: new Map([
          [ana.ref, [OWNERS]],
          [bruno.ref, [APPROVERS]],
        ]),
      }),
    ],
  ])('is called off when %s', (_, command) => {
    const result = transition(approved(), command, at(3));
    expect(result.request.state).toBe('invalidated');
    expect(result.refusal).toBeUndefined();
  });

  it('can not be cancelled: Velero knows no cancel', () => {
    const executing = run(approved(), [start(), at(3)]);
    const cancel: GateCommand = {
      type: 'cancel',
      by: otto,
      reason: { message: 'oops' },
    };
    expect(transition(executing, cancel, at(4)).refusal).toBe('notPending');
  });
});

describe('break-glass', () => {
  const inEmergency = () => file({ breakGlassIncident: 'INC-7' });
  const review = (
    by: Actor,
    comment = 'Seen, and right',
    standsGuard = true,
  ): GateCommand => ({
    type: 'review',
    by,
    standsGuard,
    verdict: 'justified',
    comment,
  });

  it('goes without approval, whatever the policy asks for', () => {
    expect(inEmergency().state).toBe('approved');
    expect(run(inEmergency(), [start(), at(1)]).state).toBe('executing');
  });

  it('is reviewed by somebody else, once, also after its end', () => {
    const ended = run(
      inEmergency(),
      [start(), at(1)],
      [
        {
          type: 'finish',
          outcome: 'succeeded',
          reasons: [{ message: 'Completed' }],
        },
        at(2),
      ],
    );
    expect(transition(ended, review(otto), at(3)).refusal).toBe('ownRequest');
    expect(transition(ended, review(ana, ' '), at(3)).refusal).toBe(
      'commentRequired',
    );
    expect(transition(ended, review(ana, 'Seen', false), at(3)).refusal).toBe(
      'notEntitled',
    );
    const reviewed = run(ended, [review(ana), at(3)]);
    expect(reviewed.state).toBe('succeeded');
    expect(reviewed.breakGlass?.review?.reviewer).toBe(ana.ref);
    expect(transition(reviewed, review(bruno), at(4)).refusal).toBe(
      'alreadyReviewed',
    );
  });

  it('is the only kind that is reviewed', () => {
    expect(transition(file(), review(ana), at(1)).refusal).toBe(
      'notBreakGlass',
    );
  });
});
