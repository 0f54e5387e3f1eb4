export { CatalogPeople } from './CatalogPeople';
export { eligibleFor, entitledTo, standsGuard } from './People';
export type { People } from './People';
