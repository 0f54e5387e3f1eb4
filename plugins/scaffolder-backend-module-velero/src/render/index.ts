export { clusterInput, drModuleInput } from './input';
export type { DrModuleInput } from './input';
export type { RenderedFile } from './manifest';
export { renderDrModule } from './renderDrModule';
export { RELEASES } from './releases';
export type { Provider } from './releases';
export {
  renderWorkspacesSchedule,
  workspacesScheduleInput,
  workspacesSchedulePath,
} from './renderWorkspacesSchedule';
