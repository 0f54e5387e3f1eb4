export { ControlServer } from './ControlServer';
