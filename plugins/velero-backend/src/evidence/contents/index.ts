export { readContents, readObjects } from './readContents';
export type { ContentsSight } from './readContents';
