import { KindName, Records } from '../records';
import { Table } from './Table';

/** What all clusters hold, as far as the portal has read it. */
export type FleetTables = { readonly [K in KindName]: Table<Records[K]> };

export function createTables(): FleetTables {
  return {
    namespaces: new Table(),
    backupstoragelocations: new Table(),
    volumesnapshotlocations: new Table(),
    schedules: new Table(),
    restores: new Table(),
    deletebackuprequests: new Table(),
    backups: new Table(),
  };
}
