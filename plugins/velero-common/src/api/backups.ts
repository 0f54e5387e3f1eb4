import { z } from 'zod';
import { ClusterFreshness } from './clusters';
import { pageQueryShape } from './paging';

/** @public */
export interface BackupSummary {
  cluster: string;
  name: string;
  uid: string;
  /** As Velero writes it; unknown phases are kept. Empty: not looked at yet. */
  phase: string;
  /** The schedule that made it, if one did. */
  schedule?: string;
  storageLocation?: string;
  createdAt: string;
  startedAt?: string;
  completedAt?: string;
  expiresAt?: string;
  itemsBackedUp?: number;
  totalItems?: number;
  warnings: number;
  errors: number;
  /** Velero's own words: failureReason and validationErrors. */
  failures: string[];
  /** Ids of the workspaces in the backup's scope that the reader may see. */
  workspaces: string[];
  /** No cluster shows it: the portal found it in the bucket that `cluster` names. */
  onlyInBucket?: boolean;
}

/** @public */
export interface BackupDetail extends BackupSummary {
  ttl?: string;
  includedNamespaces: string[];
  excludedNamespaces: string[];
  includedResources: string[];
  excludedResources: string[];
  /** Selectors in kubectl's notation; more than one are or-ed. */
  labelSelectors: string[];
  snapshotMoveData?: boolean;
  defaultVolumesToFsBackup?: boolean;
  /** How old the view of its cluster is. */
  freshness?: ClusterFreshness[];
}

/** Query of `GET /backups`. @public */
export const backupsQuerySchema = z.strictObject({
  ...pageQueryShape,
  workspace: z.string().max(253).optional(),
  schedule: z.string().max(253).optional(),
  storageLocation: z.string().max(253).optional(),
  phase: z.string().max(100).optional(),
  sort: z
    .enum(['name', 'createdAt', 'completedAt', 'expiresAt', 'phase'])
    .default('createdAt'),
});

/** @public */
export type BackupsQuery = z.input<typeof backupsQuerySchema>;
