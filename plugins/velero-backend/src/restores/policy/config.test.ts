import { restoresSchema } from './config';
import { DEFAULT_RULES } from './defaults';

const problems = (value: unknown) =>
  restoresSchema
    .safeParse(value)
    .error?.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);

const withRule = (rule: object) => ({ rules: [{ name: 'r', ...rule }] });

describe('velero.restores', () => {
  it('has the shipped rules by default', () => {
    expect(restoresSchema.parse({})).toMatchObject({
      approveWithin: 24 * 3_600_000,
      executeWithin: 4 * 3_600_000,
      rules: DEFAULT_RULES,
    });
  });

  it('completes group references and reads durations', () => {
    const { rules } = restoresSchema.parse(
      withRule({
        when: { pointOlderThan: { days: 2 } },
        require: [{ group: 'DR-Approvers', count: 2 }, { owners: true }],
      }),
    );
    expect(rules).toEqual([
      {
        name: 'r',
        when: { pointOlderThanMs: 2 * 24 * 3_600_000 },
        require: [
          { group: 'group:default/dr-approvers', count: 2 },
          { owners: true, count: 1 },
        ],
      },
    ]);
    expect(restoresSchema.parse(withRule({ require: [] })).rules[0]).toEqual({
      name: 'r',
      when: {},
      require: [],
    });
  });

  it.each<[string, object, RegExp]>([
    ['no rules', { rules: [] }, /^rules: needs at least one rule/],
    ['a rule that says nothing', withRule({}), /^rules\.0: needs exactly one/],
    [
      'a rule that says two things',
      withRule({ refuse: 'no', require: [] }),
      /^rules\.0: needs exactly one/,
    ],
    [
      'an unknown condition',
      withRule({ when: { targets: ['new'] }, require: [] }),
      /^rules\.0\.when: Unrecognized key: "targets"/,
    ],
    [
      'an unknown target',
      withRule({ when: { target: ['old'] }, require: [] }),
      /^rules\.0\.when\.target\.0: /,
    ],
    [
      'an age that is no duration',
      withRule({ when: { pointOlderThan: 'long' }, require: [] }),
      /^rules\.0\.when\.pointOlderThan: must be a duration/,
    ],
    [
      'a requirement of nobody',
      withRule({ require: [{ count: 1 }] }),
      /^rules\.0\.require\.0: needs exactly one of group and owners/,
    ],
    [
      'a count that lets everything through',
      withRule({ require: [{ owners: true, count: 0 }] }),
      /^rules\.0\.require\.0\.count: /,
    ],
    [
      'a broken group',
      withRule({ require: [{ group: 'group:' }] }),
      /^rules\.0\.require\.0\.group: must be an entity reference/,
    ],
    [
      'two rules of one name',
      {
        rules: [
          { name: 'r', require: [] },
          { name: 'r', require: [] },
        ],
      },
      /^rules\.1\.name: "r" is the name of another rule/,
    ],
    [
      'a gate object without a kind',
      { gateObjects: ['policy'] },
      /^gateObjects\.0: must be kind\/name/,
    ],
  ])('refuses %s', (_, value, expected) => {
    expect(problems(value)).toEqual([expect.stringMatching(expected)]);
  });
});
