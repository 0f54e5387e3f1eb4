import { z } from 'zod';
import { ClusterFreshness } from './clusters';
import { BackupSummary } from './backups';
import { ScheduleSummary } from './schedules';
import { RestoreSummary } from './restores';
import { StorageLocationSummary } from './storage';
import { pageQueryShape } from './paging';
import { ProtectionSummary } from './protection';
import { VERDICTS } from '../protection';

/**
 * What the backup-enabled label asks for: all namespaces, none, or some; not
 * known of those that only backups hold.
 *
 * @public
 */
export type BackupIntent = 'enabled' | 'disabled' | 'mixed' | 'unknown';

/** One namespace of a workspace, on one cluster. @public */
export interface WorkspaceNamespace {
  cluster: string;
  name: string;
  uid: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  backupEnabled: boolean;
  terminating: boolean;
  /** No cluster shows it, only backups in a bucket, which `cluster` names; `createdAt` is then when the oldest of these was taken. */
  isLost?: boolean;
}

/** The newest try to back a workspace up; says nothing about what it holds. @public */
export interface LastBackup {
  cluster: string;
  name: string;
  /** As Velero writes it; empty when Velero has not looked at it yet. */
  phase: string;
  startedAt?: string;
  completedAt?: string;
}

/** @public */
export interface WorkspaceSummary {
  /** The value of the workspace label; `global` for the platform's own namespaces. */
  id: string;
  title: string;
  tenant?: string;
  /** Entity reference of the owning group, when the namespace names one. */
  owner?: string;
  /** Entity reference of the catalog entity that stands for the workspace. */
  entityRef?: string;
  clusters: string[];
  namespaceCount: number;
  intent: BackupIntent;
  /** The newest backup whose scope takes in one of the namespaces. */
  lastBackup?: LastBackup;
  /** The newest such backup that Velero called Completed. */
  lastCompletedBackup?: LastBackup;
  /** How many backups in the index have a scope that takes in one of the namespaces. */
  backupCount: number;
  /** ISO 8601, UTC: the next run of any schedule whose scope takes in one of the namespaces. */
  nextRunAt?: string;
  /** What would be lost of it, as proven by what its backups hold; absent: not assessed yet. */
  protection?: ProtectionSummary;
}

/** @public */
export interface WorkspaceDetail extends WorkspaceSummary {
  namespaces: WorkspaceNamespace[];
  /** Newest first, the first 50; the rest by `GET /backups?workspace=`. */
  backups: BackupSummary[];
  schedules: ScheduleSummary[];
  storageLocations: StorageLocationSummary[];
  restores: RestoreSummary[];
  freshness: ClusterFreshness[];
  /** Lists that are empty because the reader lacks the permission, not because there is nothing. */
  withheld?: Array<'backups' | 'schedules' | 'restores' | 'storageLocations'>;
}

/** Query of `GET /workspaces`. @public */
export const workspacesQuerySchema = z.strictObject({
  ...pageQueryShape,
  tenant: z.string().max(253).optional(),
  owner: z.string().max(500).optional(),
  intent: z.enum(['enabled', 'disabled', 'mixed', 'unknown']).optional(),
  verdict: z.enum(VERDICTS).optional(),
  sort: z
    .enum(['id', 'tenant', 'lastBackup', 'nextRun', 'backupCount', 'verdict'])
    .default('id'),
});

/** @public */
export type WorkspacesQuery = z.input<typeof workspacesQuerySchema>;
