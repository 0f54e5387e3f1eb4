export type {
  CoverageNamespace,
  CoverageWorld,
  Template,
} from './CoverageWorld';
export { proposeTemplate } from './proposeTemplate';
export type { Proposal } from './proposeTemplate';
export { readTemplate, schedulePatch, writeManifest } from './schedulePatch';
export type { ScheduleManifest } from './schedulePatch';
export { simulateCoverage } from './simulateCoverage';
