export type { Names } from './contents';
export { dropGone } from './dropGone';
export type { Presence } from './dropGone';
export { evidenceKey, storageDigest } from './EvidenceKey';
export type { EvidenceKey } from './EvidenceKey';
export { EvidenceStore } from './EvidenceStore';
export type { Hold } from './EvidenceStore';
export type { EvidenceState, NamespaceEvidence } from './rows';
