import { says, RestoreRisks } from '@appgear/backstage-plugin-velero-common';
import { decide, Ownership } from './decide';
import { DEFAULT_RULES } from './defaults';
import { whyNeverApproved } from './reachability';
import { PolicyRule } from './types';

const APPROVERS = 'group:default/appgear-dr-approvers';
const ADMINS = 'group:default/appgear-platform-admins';
const PAYMENTS = 'group:default/team-payments';

const harmless: RestoreRisks = {
  targets: ['new'],
  overwrite: false,
  clusterScoped: false,
  tenantCrossing: false,
  platform: false,
  veleroNamespace: false,
  gateObjects: false,
  secrets: false,
  hooks: false,
  clusterRole: 'production',
  pointAgeMs: 3_600_000,
  grade: 'complete',
  workspaces: ['payments'],
  tenants: ['acme'],
};

const ownership: Ownership = {
  owners: new Map([
    ['payments', [PAYMENTS]],
    ['ledger', [PAYMENTS]],
    ['checkout', ['group:default/team-checkout']],
  ]),
  globalWorkspace: 'global',
};

function ask(
  risks: Partial<RestoreRisks>,
  rules: PolicyRule[] = DEFAULT_RULES,
) {
  const decision = decide({ rules }, { ...harmless, ...risks }, ownership);
  if (decision.refused) return { refused: decision.refused };
  return Object.fromEntries(
    decision.factors.map(factor => [factor.id, factor.count]),
  );
}

describe('the shipped rules', () => {
  it.each<[string, Partial<RestoreRisks>, Record<string, number>]>([
    ['a new namespace', {}, { [APPROVERS]: 1 }],
    [
      'a living namespace',
      { targets: ['living'] },
      { [APPROVERS]: 1, [`owners:${PAYMENTS}`]: 1 },
    ],
    [
      'overwriting in a living namespace',
      { targets: ['living'], overwrite: true },
      { [APPROVERS]: 2, [`owners:${PAYMENTS}`]: 1 },
    ],
    [
      'cluster-scoped objects',
      { clusterScoped: true },
      { [APPROVERS]: 1, [ADMINS]: 1 },
    ],
    [
      'the platform, alive',
      { targets: ['living'], platform: true, workspaces: ['global'] },
      { [APPROVERS]: 1, [ADMINS]: 1 },
    ],
    [
      'the platform and a workspace, alive',
      {
        targets: ['living'],
        platform: true,
        workspaces: ['global', 'payments'],
      },
      { [APPROVERS]: 1, [`owners:${PAYMENTS}`]: 1, [ADMINS]: 1 },
    ],
    ['a point nobody proved', { grade: 'unknown' }, { [APPROVERS]: 2 }],
    [
      "Velero's own namespace",
      { veleroNamespace: true },
      { [APPROVERS]: 2, [ADMINS]: 1 },
    ],
  ])('ask for %s', (_, risks, factors) => {
    expect(ask(risks)).toEqual(factors);
  });

  it('refuse to cross tenants', () => {
    expect(ask({ tenantCrossing: true })).toEqual({
      refused: [says('gate.tenantCrossing')],
    });
  });
});

describe('rules', () => {
  const rule = (
    when: PolicyRule['when'],
    rest: Partial<PolicyRule>,
  ): PolicyRule => ({ name: 'r', when, require: [], ...rest });

  it('refuse what none of them covers', () => {
    expect(ask({}, [rule({ target: ['mapped'] }, {})])).toEqual({
      refused: [says('gate.noRule')],
    });
  });

  it('refuse when any that matches refuses', () => {
    const rules = [
      rule({}, {}),
      rule({ secrets: true }, { refuse: 'Secrets come from Vault' }),
    ];
    expect(ask({ secrets: true }, rules)).toEqual({
      refused: [{ message: 'Secrets come from Vault' }],
    });
    expect(ask({}, rules)).toEqual({});
  });

  it.each(['tenantCrossing', 'veleroNamespace', 'gateObjects'] as const)(
    'have to name %s; that one matches everything is not enough',
    risk => {
      const all = rule({}, {});
      expect(ask({ [risk]: true }, [all])).toHaveProperty('refused');
      expect(ask({ [risk]: true }, [all, rule({ [risk]: true }, {})])).toEqual(
        {},
      );
    },
  );

  it('ask the owners of each workspace, and each owner once', () => {
    const rules = [rule({}, { require: [{ owners: true, count: 1 }] })];
    expect(
      ask({ workspaces: ['payments', 'ledger', 'checkout'] }, rules),
    ).toEqual({
      [`owners:${PAYMENTS}`]: 1,
      'owners:group:default/team-checkout': 1,
    });
  });

  it('tell which of them ask', () => {
    const decision = decide(
      { rules: DEFAULT_RULES },
      { ...harmless, overwrite: true },
      ownership,
    );
    expect(decision).toMatchObject({
      rules: ['every restore', 'overwriting what is alive'],
      factors: [{ rules: ['every restore', 'overwriting what is alive'] }],
    });
  });

  it.each<[PolicyRule['when'], Partial<RestoreRisks>, Partial<RestoreRisks>]>([
    [{ clusterRole: ['dr'] }, { clusterRole: 'dr' }, {}],
    [{ pointOlderThanMs: 10 }, { pointAgeMs: 11 }, { pointAgeMs: 10 }],
    [{ grade: ['empty'] }, { grade: 'empty' }, {}],
    [{ workspaces: ['checkout'] }, { workspaces: ['checkout'] }, {}],
    [{ tenants: ['acme'] }, {}, { tenants: ['other'] }],
    [
      { hooks: true, secrets: true },
      { hooks: true, secrets: true },
      { hooks: true },
    ],
    [{ overwrite: false }, {}, { overwrite: true }],
  ])('match %j', (when, yes, no) => {
    const rules = [rule(when, { refuse: 'matched' })];
    expect(ask(yes, rules)).toEqual({ refused: [{ message: 'matched' }] });
    expect(ask(no, rules)).not.toEqual({ refused: [{ message: 'matched' }] });
  });
});

describe('whyNeverApproved', () => {
  const factors = [
    { id: APPROVERS, groups: [APPROVERS], count: 1, rules: [] },
    {
      id: 'owners:x',
      groups: [PAYMENTS],
      workspace: 'payments',
      count: 1,
      rules: [],
    },
  ];

  it('is silent when there are people enough', () => {
    const members = new Map([
      [APPROVERS, ['user:default/ana', 'user:default/bruno']],
      ['owners:x', ['user:default/bruno']],
    ]);
    expect(whyNeverApproved(factors, members, 'user:default/otto')).toEqual([]);
  });

  it('counts nobody twice, and not the requester', () => {
    const members = new Map([
      [APPROVERS, ['user:default/bruno', 'user:default/otto']],
      ['owners:x', ['user:default/bruno']],
    ]);
    const reasons = whyNeverApproved(factors, members, 'user:default/otto');
    expect(reasons).toHaveLength(1);
    expect(reasons[0].message).toMatch(
      /^1 of group:default\/.* there are none/,
    );
  });

  it('says which workspace has no owner', () => {
    const orphan = { ...factors[1], id: 'owners of payments', groups: [] };
    expect(whyNeverApproved([orphan], new Map(), 'user:default/otto')).toEqual([
      says('gate.noOwner', { workspace: 'payments' }),
    ]);
  });
});
