import { restoreSpecSchema } from './spec';

const problems = (spec: unknown) =>
  restoreSpecSchema
    .safeParse(spec)
    .error?.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);

describe('restoreSpecSchema', () => {
  it('takes a whole spec as it is', () => {
    const spec = {
      backupName: 'workspaces-daily-20260301020000',
      includedNamespaces: ['ws-payments'],
      excludedResources: ['events'],
      namespaceMapping: { 'ws-payments': 'ws-payments-drill' },
      orLabelSelectors: [
        { matchLabels: { app: 'api' } },
        { matchExpressions: [{ key: 'tier', operator: 'Exists' as const }] },
      ],
      restorePVs: true,
      includeClusterResources: false,
      existingResourcePolicy: 'none' as const,
      itemOperationTimeout: '4h0m0s',
      hooks: {
        resources: [
          {
            name: 'warm-up',
            postHooks: [{ exec: { command: ['/bin/true'] } }],
          },
        ],
      },
    };
    expect(restoreSpecSchema.parse(spec)).toEqual(spec);
  });

  it.each([
    [
      'a schedule instead of a backup',
      { backupName: 'b', scheduleName: 'daily' },
      ['scheduleName: name a backup: what a schedule brings is not known yet'],
    ],
    [
      'both kinds of selectors',
      { backupName: 'b', labelSelector: {}, orLabelSelectors: [] },
      [
        'orLabelSelectors: use either labelSelector or orLabelSelectors, not both',
      ],
    ],
    [
      'a field that Velero would drop',
      { backupName: 'b', includeNamespaces: ['a'] },
      [': Unrecognized key: "includeNamespaces"'],
    ],
    [
      'a mapping to what is no namespace',
      { backupName: 'b', namespaceMapping: { a: 'B/c' } },
      ['namespaceMapping.a: must be the name of a namespace'],
    ],
    [
      'a duration that Go cannot read',
      { backupName: 'b', itemOperationTimeout: '4 hours' },
      ['itemOperationTimeout: must be a duration such as 4h or 1h30m'],
    ],
  ])('refuses %s', (_, spec, expected) => {
    expect(problems(spec)).toEqual(expected);
  });
});
