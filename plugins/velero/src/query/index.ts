export { useVeleroQuery } from './useVeleroQuery';
export type { VeleroQuery } from './useVeleroQuery';
