export { Assessor } from './Assessor';
export type { Assessment, AssessmentResult } from './Assessor';
export type { Obstacle } from './obstacles';
export { readPlugins } from './plugins';
export * from './sources';
