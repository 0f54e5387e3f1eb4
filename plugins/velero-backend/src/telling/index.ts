export { Teller } from './Teller';
export type { TellerOptions } from './Teller';
export { VerdictBook } from './VerdictBook';
export type { HistoryEntry } from './VerdictBook';
