export { LogFiles } from './LogFiles';
export { searchLog } from './searchLog';
export type { LogSearch } from './searchLog';
