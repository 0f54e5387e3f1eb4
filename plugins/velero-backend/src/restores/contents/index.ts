export { readTarball } from './readTarball';
export type { DetailsByObject } from './readTarball';
export { toContents } from './toContents';
export type { Distilled, DistilledPart } from './toContents';
