import { timestamp } from '../clock';
import { labelValue } from './labels';
import { VeleroContext } from './VeleroContext';

/**
 * Makes sure that a namespace has its repository in a location, as soon as
 * data of its volumes goes there: one per namespace, location and uploader.
 * Source: Velero 1.18.2, pkg/repository/ensurer.go and
 * pkg/controller/backup_repository_controller.go.
 */
export function ensureRepository(
  { api, clock }: VeleroContext,
  volumeNamespace: string,
  location: string,
): void {
  const exists = api.repositories
    .list()
    .some(
      ({ spec }) =>
        spec.volumeNamespace === volumeNamespace &&
        spec.backupStorageLocation === location,
    );
  if (exists) {
    return;
  }
  const { objectStorage, config } =
    api.storageLocations.get(location)?.spec ?? {};
  const path = [
    config?.s3Url ?? 's3.amazonaws.com',
    objectStorage?.bucket,
    objectStorage?.prefix,
    'restic',
    volumeNamespace,
  ];
  const name = `${volumeNamespace}-${location}-kopia`;
  api.repositories.create({
    metadata: {
      generateName: `${name}-`,
      labels: {
        'velero.io/volume-namespace': labelValue(volumeNamespace),
        'velero.io/storage-location': labelValue(location),
        'velero.io/repository-type': 'kopia',
      },
    },
    spec: {
      volumeNamespace,
      backupStorageLocation: location,
      repositoryType: 'kopia',
      resticIdentifier: `s3:${path.filter(Boolean).join('/')}`,
      maintenanceFrequency: '1h0m0s',
    },
    status: {
      phase: 'Ready',
      lastMaintenanceTime: timestamp(clock.now()),
    },
  });
}
