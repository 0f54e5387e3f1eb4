import { setImmediate as turn } from 'node:timers/promises';
import { Fleet } from '../../fleet';
import { evidenceKey, Presence } from '../store';

/** Backups looked at before others have their turn. */
const PER_TURN = 1000;

/** Which evidence the fleet's backups have, read or not. */
export async function presenceOf(fleet: Fleet): Promise<Presence> {
  const { backups, backupstoragelocations } = fleet.tables;
  const ids = new Set<string>();
  let looked = 0;
  for (const backup of [...backups]) {
    const location = backupstoragelocations.get(
      backup.cluster,
      backup.storageLocation ?? '',
    );
    if (location) {
      ids.add(evidenceKey(backup, location).id);
    }
    if (++looked % PER_TURN === 0) {
      await turn();
    }
  }
  return { ids, isWhole: fleet.isWhole };
}
