export { BucketClient } from './BucketClient';
export type { BucketObject } from './BucketClient';
export { BucketError } from './BucketError';
