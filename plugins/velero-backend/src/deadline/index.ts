export { Deadline } from './Deadline';
