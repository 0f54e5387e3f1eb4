export { countedLive, isNothing } from './countedLive';
export type { CountedLive } from './countedLive';
export { Grader } from './Grader';
export type { GradedPoint } from './Grader';
export { kindCounts } from './kindCounts';
