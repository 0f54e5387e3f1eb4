export { useApiQuery } from './useApiQuery';
export type { VeleroQuery } from './useApiQuery';
export { useQuestion } from './useQuestion';
export { useRestoresQuery } from './useRestoresQuery';
export { useVeleroQuery } from './useVeleroQuery';
