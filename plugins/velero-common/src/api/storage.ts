import { z } from 'zod';
import { pageQueryShape } from './paging';

/** @public */
export interface StorageLocationSummary {
  cluster: string;
  name: string;
  uid: string;
  provider: string;
  bucket?: string;
  prefix?: string;
  /** As Velero writes it: `Available`, `Unavailable`, or empty when not validated yet. */
  phase: string;
  message?: string;
  accessMode: 'ReadWrite' | 'ReadOnly';
  isDefault: boolean;
  lastValidatedAt?: string;
  lastSyncedAt?: string;
  /** Clusters with a location on the same provider, bucket and prefix, this one included. */
  sharedBy: string[];
  backupCount: number;
}

/** @public */
export interface SnapshotLocationSummary {
  cluster: string;
  name: string;
  uid: string;
  provider: string;
}

/** Query of `GET /storage-locations` and `GET /snapshot-locations`. @public */
export const locationsQuerySchema = z.strictObject({
  ...pageQueryShape,
  sort: z.enum(['name', 'cluster', 'phase']).default('name'),
});

/** @public */
export type LocationsQuery = z.input<typeof locationsQuerySchema>;
