import fc from 'fast-check';
import type { RestoreSpec } from '@appgear/backstage-plugin-velero-common';

const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,12}[a-z0-9])?$/);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });
const labelValue = fc.stringMatching(
  /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,9}[A-Za-z0-9])?$/,
);
const duration = fc.constantFrom('4h', '1h30m', '90s', '1.5h');

const requirement = fc.oneof(
  fc.record({
    key: name,
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc
      .uniqueArray(labelValue, { minLength: 1, maxLength: 3 })
      .map(values => values.sort()),
  }),
  fc.record({ key: name, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
);

/** Sorted by key, as kubectl prints selectors; what it cannot print is left out. */
const selector = fc
  .record({
    labels: fc.dictionary(name, labelValue, { maxKeys: 2 }),
    requirements: fc.uniqueArray(requirement, {
      minLength: 1,
      maxLength: 2,
      selector: ({ key }) => key,
    }),
  })
  .map(({ labels, requirements }) => {
    const matchExpressions = requirements
      .filter(({ key }) => !Object.hasOwn(labels, key))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return {
      ...(Object.keys(labels).length > 0 && { matchLabels: { ...labels } }),
      ...(matchExpressions.length > 0 && { matchExpressions }),
    };
  });

const selectors: fc.Arbitrary<RestoreSpec> = fc.oneof(
  fc.constant({}),
  selector.map(labelSelector => ({ labelSelector })),
  fc
    .array(selector, { minLength: 2, maxLength: 3 })
    .map(orLabelSelectors => ({ orLabelSelectors })),
);

const command = fc.array(fc.string({ maxLength: 12 }), {
  minLength: 1,
  maxLength: 3,
});

const hook = fc.record(
  {
    name,
    includedNamespaces: names,
    labelSelector: selector,
    postHooks: fc.array(
      fc.oneof(
        fc.record({
          exec: fc.record(
            {
              command,
              container: name,
              onError: fc.constantFrom('Continue' as const, 'Fail' as const),
              execTimeout: duration,
              waitForReady: fc.boolean(),
            },
            { requiredKeys: ['command'] },
          ),
        }),
        fc.record({
          init: fc.record({
            initContainers: fc.array(
              fc.record({ name, image: fc.constant('busybox') }),
              { minLength: 1, maxLength: 2 },
            ),
          }),
        }),
      ),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: ['name'] },
);

/** Specs that the backend takes, without fields that say nothing. */
export const anySpec: fc.Arbitrary<RestoreSpec> = fc
  .tuple(
    selectors,
    fc.record(
      {
        backupName: name,
        includedNamespaces: names,
        excludedNamespaces: names,
        includedResources: names,
        excludedResources: names,
        restorePVs: fc.boolean(),
        preserveNodePorts: fc.boolean(),
        includeClusterResources: fc.boolean(),
        restoreStatus: fc.record({ includedResources: names }),
        existingResourcePolicy: fc.constantFrom('none', 'update'),
        itemOperationTimeout: duration,
        resourceModifier: fc.record({
          kind: fc.constant('ConfigMap'),
          name,
        }),
        uploaderConfig: fc.record({
          writeSparseFiles: fc.boolean(),
          parallelFilesDownload: fc.integer({ min: 1, max: 64 }),
        }),
        hooks: fc.record({
          resources: fc.array(hook, { minLength: 1, maxLength: 2 }),
        }),
      },
      { requiredKeys: ['backupName'] },
    ),
    fc.boolean(),
  )
  .map(([selected, spec, isRenamed]) => ({
    ...spec,
    ...selected,
    ...(isRenamed &&
      spec.includedNamespaces && {
        namespaceMapping: Object.fromEntries(
          spec.includedNamespaces.map(each => [each, `${each}-drill`]),
        ),
      }),
  }));
