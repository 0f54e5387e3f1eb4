export { BackupFiles } from './BackupFiles';
export { FleetEstate } from './FleetEstate';
export type { FleetEstateOptions } from './FleetEstate';
