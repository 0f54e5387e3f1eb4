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
} from './plugin';
export { isVeleroAvailable } from './isVeleroAvailable';
