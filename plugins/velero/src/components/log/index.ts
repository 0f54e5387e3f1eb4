export { LogSearch } from './LogSearch';
export { LogSection } from './LogSection';
export { useLogQuestion } from './useLogQuestion';
export type { LogQuestion } from './useLogQuestion';
