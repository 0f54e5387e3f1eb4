export { EvidenceError } from './download';
export { Evidence } from './Evidence';
export type { EvidenceOptions } from './Evidence';
export type { EvidenceState, Names, NamespaceEvidence } from './store';
export { storageDigest } from './store';
