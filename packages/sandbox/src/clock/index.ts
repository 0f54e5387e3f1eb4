export { SimulatedClock, type Cancel } from './SimulatedClock';
export { parseDuration } from './duration';
export { Random } from './Random';
export { timestamp } from './timestamp';
