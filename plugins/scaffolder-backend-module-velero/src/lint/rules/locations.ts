import { Hit, Rule } from '../finding';
import { DrTree, LintedManifest } from '../tree';

const CLUSTER_NAME = /ag-[a-z0-9]+-core-[a-z0-9]+/;

const locations = (tree: DrTree) =>
  tree.of('velero.io', 'BackupStorageLocation');
const isWritten = ({ object }: LintedManifest) =>
  (object.spec?.accessMode ?? 'ReadWrite') === 'ReadWrite';

/** Where backups go, and who else writes there. */
export const locationRules: Rule[] = [
  {
    trap: 6,
    id: 'variable-in-a-location',
    level: 'error',
    mend: 'Write the value itself, one overlay per cluster.',
    source: 'Kustomize and Argo CD fill in no environment variables',
    find: tree => locations(tree).flatMap(variablesIn),
  },
  {
    trap: 10,
    id: 'no-default-location',
    level: 'error',
    mend: 'Set default: true on one location.',
    source: 'velero: pkg/controller/backup_controller.go; docs, locations.md',
    find: tree =>
      locations(tree).some(({ object }) => object.spec?.default === true)
        ? []
        : locations(tree)
            .slice(0, 1)
            .map(location => ({
              ...location.at('spec'),
              problem:
                'No location is the default: a backup that names none fails validation.',
            })),
  },
  {
    trap: 14,
    id: 'no-read-only-variant',
    level: 'error',
    mend: 'Add an overlay for Day 0 that sets accessMode: ReadOnly and pauses schedules (velero:dr:render writes one).',
    source: 'velero: docs, disaster-case.md',
    find: tree =>
      tree.kustomizations.some(
        ({ text }) =>
          /BackupStorageLocation/.test(text) && /ReadOnly/.test(text),
      )
        ? []
        : locations(tree)
            .filter(isWritten)
            .map(location => ({
              ...location.at('spec', 'accessMode'),
              problem:
                'In a new cluster this location is written to at once: schedules back up an empty cluster as the newest backup, and expired backups are deleted.',
            })),
  },
  {
    trap: 21,
    id: 'two-writers',
    level: 'error',
    mend: "Give each cluster a prefix of its own; where one reads another's backups, accessMode: ReadOnly.",
    source: 'velero: docs, FAQ; velero#5509, #8661',
    find: tree =>
      locations(tree)
        .filter(isWritten)
        .filter((location, index, all) =>
          all.some(
            (other, position) =>
              position < index && place(other) === place(location),
          ),
        )
        .map(location => ({
          ...location.at('spec', 'objectStorage'),
          problem:
            'A second location writes to the same bucket and prefix: what one cluster deletes is gone for both.',
        })),
  },
  {
    trap: 21,
    id: 'prefix-names-no-cluster',
    level: 'warning',
    mend: 'Put the name of the cluster into the prefix, such as appgear-platform/ag-br-core-dev.',
    source: 'velero: docs, FAQ; backups carry no name of their cluster',
    find: tree =>
      locations(tree)
        .filter(isWritten)
        .filter(
          ({ object }) =>
            !CLUSTER_NAME.test(
              `${object.spec?.objectStorage?.bucket}/${object.spec?.objectStorage?.prefix}`,
            ),
        )
        .map(location => ({
          ...location.at('spec', 'objectStorage', 'prefix'),
          problem:
            'Each cluster that applies this file writes to the same place, and nothing in a backup tells them apart.',
        })),
  },
];

function place({ object }: LintedManifest): string {
  const { provider, objectStorage, config } = object.spec ?? {};
  return JSON.stringify([
    provider,
    config?.s3Url,
    config?.storageAccount,
    objectStorage?.bucket,
    objectStorage?.prefix ?? '',
  ]);
}

function variablesIn(location: LintedManifest): Hit[] {
  const hits: Hit[] = [];
  const walk = (value: unknown, path: string[]) => {
    if (typeof value === 'string' && /\$\{|\$\(/.test(value)) {
      hits.push({
        ...location.at(...path),
        problem: `${value} is a variable that nobody fills in: it goes to the cluster as it is.`,
      });
    } else if (typeof value === 'object' && value !== null) {
      Object.entries(value).forEach(([key, inner]) =>
        walk(inner, [...path, key]),
      );
    }
  };
  walk(location.object.spec, ['spec']);
  return hits;
}
