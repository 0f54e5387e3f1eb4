export { Assessor } from './Assessor';
export type { Assessment, AssessmentResult } from './Assessor';
export type { Obstacle } from './obstacles';
export * from './sources';
