import { isVeleroAtLeast } from '@appgear/backstage-plugin-velero-common';
import { Rule } from '../finding';

/** What a schedule takes, against what its author believes that it takes. */
export const selectionRules: Rule[] = [
  {
    trap: 1,
    id: 'selector-looks-at-objects',
    level: 'error',
    mend: 'List the namespaces (velero:schedule:render writes the list); from Velero 1.18 on a pattern such as ws-* does, too.',
    source:
      'velero: pkg/backup/item_collector.go; velero#7105; velero#7492 (selecting namespaces by label)',
    find: tree =>
      tree.backups
        .filter(({ spec }) => spec.labelSelector || spec.orLabelSelectors)
        .map(({ manifest, spec, path }) => ({
          ...manifest.at(
            ...path,
            spec.labelSelector ? 'labelSelector' : 'orLabelSelectors',
          ),
          problem:
            'The selector is compared with the labels of each object, not of its namespace: what carries no such label is left out, and the backup is Completed.',
        })),
  },
  {
    trap: 1,
    id: 'pattern-before-1.18',
    level: 'error',
    mend: 'List the namespaces, or run Velero 1.18 or newer.',
    source: 'velero: CHANGELOG-1.18.md, wildcard support for namespaces',
    find: tree => {
      const version = tree.veleroVersion;
      if (!version || isVeleroAtLeast(version, 1, 18)) return [];
      return tree.backups.flatMap(({ manifest, spec, path }) =>
        (spec.includedNamespaces ?? [])
          .map((name: string, index: number) => ({ name, index }))
          .filter(({ name }: { name: string }) => /.[*?[]|[*?[]./.test(name))
          .map(({ name, index }: { name: string; index: number }) => ({
            ...manifest.at(...path, 'includedNamespaces', index),
            problem: `This Velero takes ${name} for the name of one namespace: the backup is empty.`,
          })),
      );
    },
  },
  {
    trap: 18,
    id: 'pods-left-out',
    level: 'error',
    mend: 'Do not exclude pods. Those that a controller owns come back with it; Velero does not restore finished ones.',
    source: 'velero: docs, file-system-backup.md and restore-reference.md',
    find: tree =>
      tree.backups.flatMap(({ manifest, spec, path }) => {
        const index = (spec.excludedResources ?? []).findIndex((name: string) =>
          /^pods?$/.test(name),
        );
        return index < 0
          ? []
          : [
              {
                ...manifest.at(...path, 'excludedResources', index),
                problem:
                  'Without Pods, those that no controller owns are lost, and so are volumes that are read through them.',
              },
            ];
      }),
  },
  {
    trap: 19,
    id: 'databases-not-told',
    level: 'warning',
    mend: 'Write hooks for each database; where none needs any, say so with hooks: {resources: []}.',
    source: 'velero: docs, backup-hooks.md',
    find: tree => {
      const annotated = tree.manifests.some(({ object }) =>
        Object.keys(object.spec?.template?.metadata?.annotations ?? {}).some(
          key => key.startsWith('pre.hook.backup.velero.io/'),
        ),
      );
      if (annotated) return [];
      return tree.backups
        .filter(({ spec }) => !spec.hooks)
        .map(({ manifest, path }) => ({
          ...manifest.at(...path),
          problem:
            'No hooks: a database is saved as if its machine had lost power at that moment.',
        }));
    },
  },
];
