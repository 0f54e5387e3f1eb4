import { BackupSpec } from '@appgear/backstage-plugin-velero-common';
import { VolumeSnapshotLocation } from '../VeleroApi';
import { VeleroContext } from '../VeleroContext';

/**
 * Settles on one snapshot location per provider, and writes them into the spec.
 * Source: Velero 1.18.2, pkg/controller/backup_controller.go, validateAndGetSnapshotLocations.
 *
 * @returns validation errors in Velero's words
 */
export function snapshotLocations(
  spec: BackupSpec,
  { api }: VeleroContext,
): string[] {
  const errors: string[] = [];
  const byProvider = new Map<string, VolumeSnapshotLocation>();
  for (const name of spec.volumeSnapshotLocations ?? []) {
    const location = api.snapshotLocations.get(name);
    if (!location) {
      errors.push(
        `a VolumeSnapshotLocation CRD for the location ${name} with the name specified in the backup spec needs to be created before this snapshot can be executed. Error: volumesnapshotlocations.velero.io "${name}" not found`,
      );
      continue;
    }
    const { provider } = location.spec;
    const other = byProvider.get(provider);
    if (!other) {
      byProvider.set(provider, location);
    } else if (other.metadata.name !== name) {
      errors.push(
        `more than one VolumeSnapshotLocation name specified for provider ${provider}: ${name}; unexpected name was ${other.metadata.name}`,
      );
    }
  }
  if (errors.length > 0) {
    return errors;
  }
  for (const [provider, locations] of allByProvider(
    api.snapshotLocations.list(),
  )) {
    if (byProvider.has(provider)) {
      continue;
    }
    if (locations.length > 1) {
      errors.push(
        `provider ${provider} has more than one possible volume snapshot location, and none were specified explicitly or as a default`,
      );
    } else {
      byProvider.set(provider, locations[0]);
    }
  }
  if (errors.length === 0 && byProvider.size > 0) {
    spec.volumeSnapshotLocations = [...byProvider.values()].map(
      ({ metadata }) => metadata.name,
    );
  }
  return errors;
}

function allByProvider(
  locations: VolumeSnapshotLocation[],
): Map<string, VolumeSnapshotLocation[]> {
  const byProvider = new Map<string, VolumeSnapshotLocation[]>();
  for (const location of locations) {
    const { provider } = location.spec;
    byProvider.set(provider, [...(byProvider.get(provider) ?? []), location]);
  }
  return byProvider;
}
