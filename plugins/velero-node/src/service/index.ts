export { veleroServiceRef } from './veleroServiceRef';
export type {
  ScheduleCoverageAsked,
  VeleroService,
  VeleroServiceOptions,
  WorkspacePointsAsked,
} from './VeleroService';
