export {
  proposeTemplate,
  readTemplate,
  schedulePatch,
  simulateCoverage,
  writeManifest,
} from './simulation';
export type {
  CoverageNamespace,
  CoverageWorld,
  Proposal,
  ScheduleManifest,
  Template,
} from './simulation';
export { groupPoints, isUsable, refOf, sharedStorages } from './points';
export type {
  Availability,
  FleetSight,
  RecoveryPoint,
  SharedStorage,
  Sighting,
} from './points';
export { DEFAULT_POLICY } from './policy';
export type { ProtectionPolicy, RpoPolicy } from './policy';
export { assessSchedule } from './schedules/assessSchedule';
export type { ScheduleWorld } from './schedules/assessSchedule';
export { assessWorkspace, rpoTarget } from './verdicts';
export type {
  LiveState,
  NamespaceWorld,
  PointContents,
  PointEvidence,
  WorkspaceWorld,
} from './world';
