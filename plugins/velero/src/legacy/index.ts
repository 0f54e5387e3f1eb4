/**
 * The same screens for portals on the classic frontend system.
 *
 * @packageDocumentation
 */
export {
  EntityVeleroCard,
  EntityVeleroContent,
  VeleroPage,
  veleroPlugin,
  VeleroSearchResultListItem,
  VeleroWaitsForMe,
} from './plugin';
export {
  VeleroClusterPicker,
  VeleroRecoveryPointPicker,
  VeleroWorkspacePicker,
} from './fields';
export { isVeleroAvailable } from './isVeleroAvailable';
