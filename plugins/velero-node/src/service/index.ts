export { veleroServiceRef } from './veleroServiceRef';
export type { VeleroService, VeleroServiceOptions } from './VeleroService';
