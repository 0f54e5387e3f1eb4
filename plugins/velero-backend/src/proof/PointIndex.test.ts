import { Fleet } from '../fleet';
import { createTables } from '../fleet/index/tables';
import { BackupRecord, StorageLocationRecord } from '../fleet/records';
import { PointIndex } from './PointIndex';

const NOW = Date.parse('2026-06-15T12:00:00Z');

const row = (name: string) => ({
  cluster: 'prod',
  name,
  uid: name,
  createdAt: NOW - 60_000,
  labels: {},
  annotations: {},
  deleting: false,
});

const location = (name: string, lastValidatedAt: number) =>
  ({
    ...row(name),
    provider: 'aws',
    bucket: 'dr',
    prefix: name,
    config: {},
    phase: 'Available',
    accessMode: 'ReadWrite',
    isDefault: false,
    lastValidatedAt,
  } as StorageLocationRecord);

const backup = (name: string, storageLocation: string) =>
  ({
    ...row(name),
    spec: {},
    phase: 'Completed',
    storageLocation,
    startedAt: NOW - 60_000,
    completedAt: NOW - 50_000,
    warnings: 0,
    errors: 0,
    failures: [],
    isUntouched: false,
  } as unknown as BackupRecord);

describe('PointIndex', () => {
  it('knows all points while it groups them again, as Velero looks at its locations each minute', async () => {
    const tables = createTables();
    const fleet = { tables, cluster: () => undefined };
    const index = new PointIndex({
      fleet: fleet as unknown as Fleet,
      idOf: ({ name }) => name,
      locationTrust: 3_600_000,
    });
    const made = [backup('a', 'first'), backup('b', 'second')];
    for (const name of ['first', 'second']) {
      tables.backupstoragelocations.put(location(name, NOW - 60_000));
    }
    made.forEach(each => tables.backups.put(each));
    expect(await index.refresh(NOW, false)).toEqual(new Set(['a', 'b']));

    tables.backupstoragelocations.put(location('first', NOW));
    const refreshing = index.refresh(NOW, false);
    expect(made.map(each => index.pointOf(each)?.backup)).toEqual(['a', 'b']);
    expect(await refreshing).toEqual(new Set());
  });
});
