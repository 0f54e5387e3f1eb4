export { SimulatedClock, type Cancel } from './SimulatedClock';
export { formatDuration, parseDuration } from './duration';
export { Random } from './Random';
export { timestamp } from './timestamp';
