export { veleroApiRef } from './VeleroApi';
export type { VeleroApi, VeleroRequestOptions } from './VeleroApi';
export { VeleroClient } from './VeleroClient';
