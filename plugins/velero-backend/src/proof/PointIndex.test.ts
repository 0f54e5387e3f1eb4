import { Askers, Turns } from '../courtesy';
import { Fleet } from '../fleet';
import { createTables } from '../fleet/index/tables';
import { locationRecord } from '../fleet/__testUtils__/locationRecord';
import { BackupRecord } from '../fleet/records';
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
  locationRecord({
    ...row(name),
    prefix: name,
    isDefault: false,
    lastValidatedAt,
  });

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
  async function twoPoints() {
    const tables = createTables();
    const prod = { name: 'prod', view: () => ({ state: 'live' }) };
    const fleet = { tables, sources: [prod], source: () => prod };
    const index = new PointIndex({
      fleet: fleet as unknown as Fleet,
      idOf: ({ cluster, name, storageLocation = '' }) => {
        const found = tables.backupstoragelocations.get(
          cluster,
          storageLocation,
        );
        return found && `${found.bucket}/${name}`;
      },
      locationTrust: 3_600_000,
      turns: new Turns(new Askers()),
    });
    const made = [backup('a', 'first'), backup('b', 'second')];
    for (const name of ['first', 'second']) {
      tables.backupstoragelocations.put(location(name, NOW - 60_000));
    }
    made.forEach(each => tables.backups.put(each));
    expect(await index.refresh(NOW, false)).toEqual(new Set(['dr/a', 'dr/b']));
    return { tables, index, made };
  }

  it('knows all points while it groups them again, as Velero looks at its locations each minute', async () => {
    const { tables, index, made } = await twoPoints();
    tables.backupstoragelocations.put(location('first', NOW));
    const refreshing = index.refresh(NOW, false);
    expect(made.map(each => index.pointOf(each)?.backup)).toEqual(['a', 'b']);
    expect(await refreshing).toEqual(new Set());
  });

  it('says of a storage that was lost what became of its points', async () => {
    const { tables, index, made } = await twoPoints();
    tables.backupstoragelocations.put({
      ...location('first', NOW),
      phase: 'Unavailable',
    });
    expect(await index.refresh(NOW, false)).toEqual(new Set(['dr/a']));
    expect(index.pointOf(made[0])?.availability.state).toBe('unavailable');
    expect(index.pointOf(made[1])?.availability.state).toBe('available');
  });

  it('follows a location to another bucket, and knows the new points', async () => {
    const { tables, index, made } = await twoPoints();
    tables.backupstoragelocations.put({
      ...location('first', NOW),
      bucket: 'moved',
    });
    expect(await index.refresh(NOW, false)).toEqual(
      new Set(['dr/a', 'moved/a']),
    );
    expect(index.pointOf(made[0])?.id).toBe('moved/a');
    expect(index.backupsOf('moved/a')).toEqual([made[0]]);
    expect(index.backupsOf('dr/a')).toEqual([]);
    expect(index.pointOf(made[1])?.id).toBe('dr/b');
  });

  it('gives points of a location that it does not know names of their own', async () => {
    const { tables, index, made } = await twoPoints();
    tables.backupstoragelocations.remove('prod', 'second');
    const changed = await index.refresh(NOW, false);
    expect(changed).toEqual(new Set(['dr/b', 'prod/b/b']));
    expect(index.pointOf(made[1])?.availability.state).toBe('unknown');
  });
});
