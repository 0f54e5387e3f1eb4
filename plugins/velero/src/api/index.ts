export { restoresApiRef } from './RestoresApi';
export type { BreakGlassReviewInput, RestoresApi } from './RestoresApi';
export { RestoresClient } from './RestoresClient';
export { veleroApiRef } from './VeleroApi';
export type {
  ComplianceSpan,
  VeleroApi,
  VeleroRequestOptions,
} from './VeleroApi';
export { VeleroClient } from './VeleroClient';
