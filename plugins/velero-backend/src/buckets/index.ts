export { BucketClient } from './BucketClient';
export type { BucketObject } from './BucketClient';
export { BucketError } from './BucketError';
export { isOfCertificates } from './explainBucket';
export { backupOfKey, backupsFolder } from './layout';
