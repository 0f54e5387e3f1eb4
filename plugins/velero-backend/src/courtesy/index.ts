export { Askers } from './Askers';
export { Turns } from './Turns';
