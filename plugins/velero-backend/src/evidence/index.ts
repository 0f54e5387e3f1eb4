export { EvidenceError } from './download';
export { Evidence } from './Evidence';
export type { EvidenceOptions } from './Evidence';
export { EvidenceStore, storageDigest } from './store';
export type { EvidenceState, Names, NamespaceEvidence } from './store';
export type {
  EvidenceMessages as Messages,
  EvidenceVolume as DistilledVolume,
} from '@appgear/backstage-plugin-velero-common';
