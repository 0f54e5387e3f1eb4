export { assessWorkspace } from './assessWorkspace';
export { parseDuration } from './parseDuration';
export { rpoTarget } from './rpoTarget';
export type { RpoTarget } from './rpoTarget';
