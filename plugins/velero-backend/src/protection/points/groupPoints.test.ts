import {
  BackupRecord,
  ScheduleRecord,
  StorageLocationRecord,
} from '../../fleet/records';
import { locationRecord } from '../../fleet/__testUtils__/locationRecord';
import { groupPoints } from './groupPoints';
import { byAge, isUsable, refOf } from './RecoveryPoint';
import { sharedStorages } from './sharedStorages';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-06-15T12:00:00Z');
const ago = (hours: number) => NOW - hours * HOUR;

const row = (cluster: string, name: string) => ({
  cluster,
  name,
  uid: `${cluster}-${name}`,
  createdAt: ago(100),
  labels: {},
  annotations: {},
  deleting: false,
});

function location(
  cluster: string,
  extra: Partial<StorageLocationRecord> = {},
): StorageLocationRecord {
  return locationRecord({
    ...row(cluster, 'default'),
    prefix: 'prod',
    lastValidatedAt: NOW,
    lastSyncedAt: NOW,
    ...extra,
  });
}

/** Taken two hours ago; `copied`: into that cluster, out of the bucket. */
function backup(
  cluster: string,
  extra: Partial<BackupRecord> & { copied?: boolean } = {},
): BackupRecord {
  const { copied = false, ...rest } = extra;
  const startedAt = rest.startedAt ?? ago(2);
  return {
    ...row(cluster, 'daily-1'),
    createdAt: copied ? startedAt + 10 * 60_000 : startedAt,
    spec: {},
    schedule: 'daily',
    phase: 'Completed',
    storageLocation: 'default',
    startedAt,
    completedAt: startedAt + 60_000,
    expiresAt: ago(-100),
    itemsBackedUp: 1,
    totalItems: 1,
    warnings: 0,
    errors: 0,
    failures: [],
    isUntouched: false,
    ...rest,
  };
}

function schedule(
  cluster: string,
  extra: Partial<ScheduleRecord> = {},
): ScheduleRecord {
  return {
    ...row(cluster, 'daily'),
    template: {},
    cron: '0 2 * * *',
    paused: false,
    phase: 'Enabled',
    failures: [],
    lastBackupAt: ago(2),
    lastSkippedAt: undefined,
    ...extra,
  };
}

function group(
  backups: BackupRecord[],
  locations: StorageLocationRecord[],
  schedules: ScheduleRecord[] = [],
  lastSeen: Record<string, number> = {},
) {
  const known = new Set(locations.map(it => `${it.cluster}/${it.name}`));
  return groupPoints(
    {
      backups,
      locations,
      schedules,
      idOf: ({ cluster, name, startedAt, storageLocation }) =>
        known.has(`${cluster}/${storageLocation}`)
          ? `dr/${name}/${startedAt}`
          : undefined,
      lastSeen: cluster => (cluster in lastSeen ? lastSeen[cluster] : NOW),
    },
    { now: NOW, locationTrust: HOUR },
  );
}

const readOnly = { accessMode: 'ReadOnly' as const };

describe('one storage seen from two clusters', () => {
  it('has one point for one backup, of the cluster that made it', () => {
    const points = group(
      [backup('dr', { copied: true }), backup('prod')],
      [location('prod'), location('dr', readOnly)],
    );
    expect(points).toMatchObject([
      {
        backup: 'daily-1',
        origin: { cluster: 'prod', basis: 'made' },
        seenFrom: [{ cluster: 'dr' }, { cluster: 'prod' }],
        storage: 'dr/prod',
        availability: { state: 'available' },
      },
    ]);
    expect(refOf(points[0]).cluster).toBe('prod');
  });

  it('has two for two backups of one name', () => {
    const points = group(
      [backup('prod'), backup('dr', { startedAt: ago(30) })],
      [location('prod'), location('dr')],
    );
    expect(points).toHaveLength(2);
  });

  it('is two when the prefix differs', () => {
    const points = groupPoints(
      {
        backups: [backup('prod'), backup('dr')],
        locations: [location('prod'), location('dr', { prefix: 'dr' })],
        schedules: [],
        idOf: ({ cluster }) => cluster,
        lastSeen: () => NOW,
      },
      { now: NOW, locationTrust: HOUR },
    );
    expect(points.map(({ storage }) => storage)).toEqual(['dr/prod', 'dr/dr']);
  });
});

describe('the origin of what was copied from the bucket', () => {
  const copied = backup('dr', { copied: true });

  it('is the cluster that alone has its schedule, when that ran then', () => {
    const locations = [location('prod'), location('dr')];
    expect(group([copied], locations, [schedule('prod')])[0].origin).toEqual({
      cluster: 'prod',
      basis: 'schedule',
    });
    const idle = schedule('prod', { lastBackupAt: undefined });
    expect(group([copied], locations, [idle])[0].origin).toEqual({
      basis: 'unknown',
    });
  });

  it('is unknown when two clusters have the schedule', () => {
    const schedules = [schedule('prod'), schedule('dr')];
    expect(
      group([copied], [location('prod'), location('dr')], schedules)[0].origin,
    ).toEqual({ basis: 'unknown' });
  });

  it('is the only writer, when that has made backups since', () => {
    const locations = [location('prod'), location('dr', readOnly)];
    const since = backup('prod', { name: 'daily-2', startedAt: ago(1) });
    expect(group([copied, since], locations)[0].origin).toEqual({
      cluster: 'prod',
      basis: 'onlyWriter',
    });
  });

  it('is not a writer that never made a backup: another cluster, unknown here, may write', () => {
    expect(group([copied], [location('dr')])[0].origin).toEqual({
      basis: 'unknown',
    });
  });

  it('is not a cluster that made backups before: its own would not be a copy', () => {
    const before = backup('dr', { name: 'daily-0', startedAt: ago(20) });
    expect(
      group([copied, before], [location('dr')], [schedule('dr')])[0].origin,
    ).toEqual({ basis: 'unknown' });
  });
});

describe('availability', () => {
  it('is what any cluster says that was heard of lately', () => {
    const locations = [
      location('prod', { phase: 'Unavailable', message: 'timeout' }),
      location('dr', readOnly),
    ];
    expect(group([backup('prod')], locations)[0].availability).toEqual({
      state: 'available',
    });
    expect(
      group([backup('prod')], locations, [], { dr: ago(2) })[0].availability,
    ).toEqual({ state: 'unavailable', message: 'timeout' });
  });

  it('is what the portal found in the bucket when no cluster has a word', () => {
    const own = location('bucket', { ...readOnly, isPortals: true });
    const denied = location('prod', { phase: 'Unavailable', message: 'no' });
    const [silent] = group([backup('prod')], [denied, own], [], {
      prod: ago(2),
    });
    expect(silent.availability).toEqual({ state: 'available' });
    const [told] = group([backup('prod')], [denied, own]);
    expect(told.availability).toEqual({ state: 'unavailable', message: 'no' });
  });

  it('is unknown when nobody was heard of, or nobody looked yet', () => {
    const silent = { prod: ago(2) };
    expect(
      group([backup('prod')], [location('prod')], [], silent)[0].availability,
    ).toEqual({ state: 'unknown' });
    expect(
      group([backup('prod')], [location('prod', { phase: '' })])[0]
        .availability,
    ).toEqual({ state: 'unknown' });
    expect(group([backup('prod')], [])[0]).toMatchObject({
      availability: { state: 'unknown' },
      storage: 'default',
    });
  });
});

describe('a point', () => {
  it('is of no use while any cluster deletes it', () => {
    const deleting = backup('dr', { copied: true, phase: 'Deleting' });
    const [point] = group(
      [backup('prod'), deleting],
      [location('prod'), location('dr', readOnly)],
    );
    expect(isUsable(point, NOW)).toBe(false);
  });

  it('is sorted by when it was taken', () => {
    const points = group(
      [
        backup('prod', { startedAt: ago(5) }),
        backup('prod', { name: 'x', startedAt: ago(1) }),
      ],
      [location('prod')],
    );
    expect(points.sort(byAge).map(it => it.backup)).toEqual(['x', 'daily-1']);
  });
});

describe('sharedStorages', () => {
  it('finds the places to which several clusters write', () => {
    const locations = [
      location('prod'),
      location('dr'),
      location('edge', readOnly),
      location('lab', { prefix: 'lab' }),
    ];
    expect(sharedStorages(locations)).toEqual([
      { storage: 'dr/prod', writers: ['dr', 'prod'] },
    ]);
  });
});
