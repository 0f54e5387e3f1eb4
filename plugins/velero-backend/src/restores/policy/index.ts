export { restoresSchema } from './config';
export type { RestoresConfig } from './config';
export { decide } from './decide';
export type { Ownership } from './decide';
export { DEFAULT_RULES } from './defaults';
export { groupsOf } from './groupsOf';
export { whyNeverApproved } from './reachability';
export * from './types';
