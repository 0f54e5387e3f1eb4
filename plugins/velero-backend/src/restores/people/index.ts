export { CatalogPeople } from './CatalogPeople';
export { eligibleFor, entitledTo } from './People';
export type { People } from './People';
