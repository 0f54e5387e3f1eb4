export { covers, reaches, Rights } from './Rights';
export type { RightsOptions } from './Rights';
