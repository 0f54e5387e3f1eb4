export { executionDeadline, hasExpired, runningDeadline } from './clocks';
export { assignFactors } from './factors';
export type { FactorAssignment } from './factors';
export { fileRequest } from './file';
export type { NewRequest } from './file';
export { maximumMatching } from './matching';
export { transition } from './transition';
export * from './types';
export { factorsFilled, factorsStillFilled } from './vote';
