export { type BucketFault, type ObjectFault } from './faults';
export {
  ObjectStore,
  ObjectStoreError,
  type Body,
  type LazyFolder,
} from './ObjectStore';
export { ObjectStoreServer } from './ObjectStoreServer';
