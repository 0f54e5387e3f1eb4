import { StorageLocationRecord } from '../../fleet/records';
import { storageUses } from './StorageUse';

/** A place in a bucket to which more than one cluster writes. */
export interface SharedStorage {
  /** Bucket and prefix, for people. */
  storage: string;
  /** Sorted. */
  writers: string[];
}

/**
 * Storages with more than one writer: deletion by one cluster deletes what
 * the others made, equal names collide, and of no backup is it sure whose it
 * is. Velero's own word is one writer per location
 * (https://velero.io/docs/main/faq/).
 */
export function sharedStorages(
  locations: Iterable<StorageLocationRecord>,
): SharedStorage[] {
  return [...storageUses(locations).values()]
    .filter(({ writers }) => writers.length > 1)
    .map(({ title, writers }) => ({ storage: title, writers }));
}
