import {
  BackupRecord,
  ScheduleRecord,
  StorageLocationRecord,
  takenAt,
} from '../../fleet/records';
import { inferOrigin } from './inferOrigin';
import { RecoveryPoint, Sighting } from './RecoveryPoint';
import { sharing } from './sharing';
import { StorageUse, storageUses } from './StorageUse';

/** What the fleet shows, as far as points depend on it. */
export interface FleetSight {
  backups: Iterable<BackupRecord>;
  locations: Iterable<StorageLocationRecord>;
  schedules: Iterable<ScheduleRecord>;
  /** Names the backup across clusters; undefined while its location is not known. */
  idOf(backup: BackupRecord): string | undefined;
  /** Milliseconds since 1970: up to when a cluster's view is true; undefined: never heard of. */
  lastSeen(cluster: string): number | undefined;
}

/** @see ProtectionPolicy.locationTrust */
export interface PointOptions {
  now: number;
  locationTrust: number;
}

/**
 * All recovery points of the fleet. One storage seen from two clusters is one
 * set of points.
 */
export function groupPoints(
  sight: FleetSight,
  { now, locationTrust }: PointOptions,
): RecoveryPoint[] {
  const uses = storageUses(sight.locations);
  const useOf = useFinder(uses);
  const sightings = new Map<string, BackupRecord[]>();
  for (const backup of sight.backups) {
    useOf(backup)?.noteMade(backup);
    const id = sight.idOf(backup) ?? localId(backup);
    const known = sightings.get(id);
    if (known) {
      known.push(backup);
    } else {
      sightings.set(id, [backup]);
    }
  }
  const schedules = byName(sight.schedules);
  const trustedSince = now - locationTrust;
  const share = sharing();
  return [...sightings].map(([id, backups]) => {
    const use = useOf(backups[0]);
    const origin = inferOrigin(backups, use, name => schedules.get(name) ?? []);
    return toPoint(id, backups, {
      origin: share(origin),
      seenFrom: share(sightingsOf(backups)),
      storage: use?.title ?? backups[0].storageLocation ?? '',
      availability: share(
        use?.availability(sight.lastSeen, trustedSince) ?? { state: 'unknown' },
      ),
    });
  });
}

function toPoint(
  id: string,
  backups: readonly BackupRecord[],
  found: Pick<
    RecoveryPoint,
    'origin' | 'seenFrom' | 'storage' | 'availability'
  >,
): RecoveryPoint {
  const { origin, seenFrom, storage, availability } = found;
  const told =
    backups.find(({ cluster }) => cluster === origin.cluster) ?? backups[0];
  // Named one by one, all are kept in one object: there are 100,000 of them.
  return {
    id,
    backup: told.name,
    phase: told.phase,
    schedule: told.schedule,
    takenAt: takenAt(told),
    completedAt: told.completedAt,
    expiresAt: told.expiresAt,
    errors: told.errors,
    origin,
    seenFrom,
    storage,
    availability,
  };
}

function sightingsOf(backups: readonly BackupRecord[]): Sighting[] {
  return backups.map(({ cluster, deleting, phase }) => ({
    cluster,
    deleting: deleting || phase === 'Deleting',
  }));
}

function useFinder(uses: Map<string, StorageUse>) {
  const byLocation = new Map<string, StorageUse>();
  for (const use of uses.values()) {
    for (const { cluster, name } of use.locations) {
      byLocation.set(`${cluster}/${name}`, use);
    }
  }
  return ({ cluster, storageLocation = '' }: BackupRecord) =>
    byLocation.get(`${cluster}/${storageLocation}`);
}

/** Of a backup whose location is not known it can only be said which cluster shows it. */
function localId({ cluster, name, uid }: BackupRecord): string {
  return `${cluster}/${name}/${uid}`;
}

function byName(schedules: Iterable<ScheduleRecord>) {
  const named = new Map<string, ScheduleRecord[]>();
  for (const schedule of schedules) {
    named.set(schedule.name, [...(named.get(schedule.name) ?? []), schedule]);
  }
  return named;
}
