export { covers, reaches, reachOf, Rights } from './Rights';
export type { RightsOptions } from './Rights';
