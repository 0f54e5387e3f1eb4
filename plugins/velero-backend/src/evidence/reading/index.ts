export { EvidenceLedger } from './EvidenceLedger';
export type { LedgerListener } from './EvidenceLedger';
export { EvidenceReader } from './EvidenceReader';
export { presenceOf } from './presenceOf';
