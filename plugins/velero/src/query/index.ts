export { useApiQuery } from './useApiQuery';
export type { VeleroQuery } from './useApiQuery';
export { useRestoresQuery } from './useRestoresQuery';
export { useVeleroQuery } from './useVeleroQuery';
