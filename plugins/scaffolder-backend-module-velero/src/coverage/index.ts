export { checkLiving } from './checkLiving';
export { checkPlanned } from './checkPlanned';
export type { CoverageFinding } from './CoverageFinding';
