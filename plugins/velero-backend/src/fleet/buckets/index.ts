export { Bucket } from './Bucket';
export { BucketReader } from './BucketReader';
