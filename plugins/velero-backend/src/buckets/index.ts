export { BucketClient } from './BucketClient';
export type { BucketObject } from './BucketClient';
export { BucketError } from './BucketError';
export { isOfCertificates } from './explainBucket';
export {
  backupOfFolder,
  backupOfKey,
  backupsFolder,
  metadataKey,
} from './layout';
