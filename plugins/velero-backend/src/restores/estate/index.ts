export { BackupFiles } from './BackupFiles';
export { FleetEstate } from './FleetEstate';
export { FleetSightings } from './FleetSightings';
export type { FleetEstateOptions } from './FleetEstate';
