import {
  BackupSpec,
  validateBackupFilters,
  parseGoDuration,
  formatGoDuration,
} from '@appgear/backstage-plugin-velero-common';
import { timestamp } from '../../clock';
import { labelValue } from '../labels';
import { Backup } from '../VeleroApi';
import { VeleroContext } from '../VeleroContext';
import { snapshotLocations } from './snapshotLocations';

const AUTO_EXCLUDED_NAMESPACED = ['volumesnapshots.snapshot.storage.k8s.io'];
const AUTO_EXCLUDED_CLUSTER = [
  'volumesnapshotcontents.snapshot.storage.k8s.io',
];

/**
 * Completes a backup's spec with the server's defaults, in place, as Velero
 * writes it back, and says why Velero would not run it.
 * Source: Velero 1.18.2, pkg/controller/backup_controller.go, prepareBackupRequest.
 *
 * @returns validation errors in Velero's words
 */
export function prepareBackup(
  backup: Backup,
  context: VeleroContext,
): string[] {
  const { config, clock } = context;
  const { spec } = backup;
  setDefaults(spec, context);
  const expires = clock.now().getTime() + parseGoDuration(spec.ttl!);
  backup.status = {
    ...backup.status,
    version: 1,
    formatVersion: '1.1.0',
    expiration: timestamp(new Date(expires)),
  };
  const errors = [
    ...locationErrors(spec, context),
    ...snapshotLocations(spec, context),
  ];
  backup.metadata.labels = {
    ...backup.metadata.labels,
    'velero.io/storage-location': labelValue(spec.storageLocation ?? ''),
  };
  backup.metadata.annotations = {
    ...backup.metadata.annotations,
    'velero.io/resource-timeout': '10m0s',
    'velero.io/source-cluster-k8s-gitversion': 'v1.35.4',
    'velero.io/source-cluster-k8s-major-version': '1',
    'velero.io/source-cluster-k8s-minor-version': '35',
  };
  excludeLabelledNamespaces(spec, context);
  const filterErrors = validateBackupFilters(spec, config.version);
  if (filterErrors.length === 0) {
    excludeSnapshots(spec);
  }
  if (!spec.includedNamespaces?.length) {
    spec.includedNamespaces = ['*'];
  }
  return [...errors, ...filterErrors, ...policyErrors(spec, context)];
}

function setDefaults(spec: BackupSpec, { config }: VeleroContext): void {
  const isUnset = (duration: string | undefined) =>
    !duration || parseGoDuration(duration) === 0;
  if (isUnset(spec.ttl)) {
    spec.ttl = formatGoDuration(config.defaultBackupTtl);
  }
  if (isUnset(spec.csiSnapshotTimeout)) {
    spec.csiSnapshotTimeout = formatGoDuration(
      config.defaultCsiSnapshotTimeout,
    );
  }
  if (isUnset(spec.itemOperationTimeout)) {
    spec.itemOperationTimeout = formatGoDuration(
      config.defaultItemOperationTimeout,
    );
  }
  spec.volumeGroupSnapshotLabelKey ||= 'velero.io/volume-group';
  spec.defaultVolumesToFsBackup ??= config.defaultVolumesToFsBackup;
  spec.snapshotMoveData ??= config.defaultSnapshotMoveData;
}

function locationErrors(
  spec: BackupSpec,
  { api, config }: VeleroContext,
): string[] {
  const locations = api.storageLocations;
  const chosen = spec.storageLocation;
  spec.storageLocation =
    chosen ||
    locations.list().find(({ spec: { default: isDefault } }) => isDefault)
      ?.metadata.name ||
    config.defaultBackupStorageLocation;
  const name = spec.storageLocation;
  const location = locations.get(name);
  if (!location) {
    const missing = `backupstoragelocations.velero.io "${name}" not found`;
    const which = chosen
      ? `the default ${name} was not found`
      : `the server default ${name} does not exist`;
    return [
      `an existing backup storage location was not specified at backup creation time and ${which}. Please address this issue (see \`velero backup-location -h\` for options) and create a new backup. Error: ${missing}`,
    ];
  }
  const errors = [];
  if (location.spec.accessMode === 'ReadOnly') {
    errors.push(
      `backup can't be created because backup storage location ${name} is currently in read-only mode`,
    );
  }
  if (location.status?.phase !== 'Available') {
    errors.push(
      `backup can't be created because BackupStorageLocation ${name} is in Unavailable status.`,
    );
  }
  return errors;
}

function excludeLabelledNamespaces(
  spec: BackupSpec,
  { cluster }: VeleroContext,
): void {
  const excluded = cluster
    .list('namespaces')
    .filter(
      ({ metadata }) =>
        metadata.labels?.['velero.io/exclude-from-backup'] === 'true',
    )
    .map(({ metadata }) => metadata.name);
  if (excluded.length > 0) {
    spec.excludedNamespaces = [...(spec.excludedNamespaces ?? []), ...excluded];
  }
}

/** The snapshots that a backup makes are added by hand, never collected. */
function excludeSnapshots(spec: BackupSpec): void {
  const usesOldFilters =
    !!spec.includedResources?.length ||
    !!spec.excludedResources?.length ||
    typeof spec.includeClusterResources === 'boolean';
  const add = (list: string[] | null | undefined, more: string[]) => [
    ...new Set([...(list ?? []), ...more]),
  ];
  if (usesOldFilters) {
    spec.excludedResources = add(spec.excludedResources, [
      ...AUTO_EXCLUDED_NAMESPACED,
      ...AUTO_EXCLUDED_CLUSTER,
    ]);
  } else {
    spec.excludedClusterScopedResources = add(
      spec.excludedClusterScopedResources,
      AUTO_EXCLUDED_CLUSTER,
    );
    spec.excludedNamespaceScopedResources = add(
      spec.excludedNamespaceScopedResources,
      AUTO_EXCLUDED_NAMESPACED,
    );
  }
}

/** Only whether the policies are there (internal/resourcepolicies, GetResourcePoliciesFromBackup). */
function policyErrors(
  { resourcePolicy }: BackupSpec,
  { cluster, config }: VeleroContext,
): string[] {
  if (resourcePolicy?.kind?.toLowerCase() !== 'configmap') {
    return [];
  }
  const { name } = resourcePolicy;
  const ref = { group: '', plural: 'configmaps', namespace: config.namespace };
  return cluster.get({ ...ref, name })
    ? []
    : [
        `fail to get ResourcePolicies ${config.namespace}/${name} ConfigMap with error configmaps "${name}" not found`,
      ];
}
