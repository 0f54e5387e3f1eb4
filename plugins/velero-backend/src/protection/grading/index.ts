export { countedLive, isNothing } from './countedLive';
export type { CountedClaim, CountedLive } from './countedLive';
export { Grader } from './Grader';
export type { GradedPoint } from './Grader';
export { kindCounts } from './kindCounts';
export { outcomeOf } from './volumeFate';
