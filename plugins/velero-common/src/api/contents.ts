import type { VolumeOutcome } from '../protection';
import { z } from 'zod';
import { EvidenceStatus } from './evidence';
import { MAX_PAGE_SIZE } from './paging';

/** The first of many messages of Velero; `count` is of all. @public */
export interface EvidenceMessages {
  count: number;
  first: string[];
}

/**
 * How Velero saved a volume, as the backup reports it.
 * Source: Velero, internal/volume/volumes_information.go.
 *
 * @public
 */
export interface EvidenceVolume {
  /** Name of the PersistentVolumeClaim; a pod's volume without claim has none. */
  claim?: string;
  /** Name of the PersistentVolume. */
  volume?: string;
  /** Absent when the volume was skipped. */
  method?: 'NativeSnapshot' | 'PodVolumeBackup' | 'CSISnapshot';
  /** The snapshot's data was moved to the backup's own storage. */
  moved: boolean;
  /** The snapshot is also kept where it was taken. */
  keptLocally: boolean;
  skipped: boolean;
  skippedReason?: string;
  /** Velero before 1.14 does not say; then `phase` may. */
  result?: 'succeeded' | 'failed';
  /** Of the snapshot, upload or pod volume backup. */
  phase?: string;
  bytes?: number;
  /** What was newly uploaded; Velero from 1.18 on. */
  incrementalBytes?: number;
  /** CSI driver that took the snapshot. */
  driver?: string;
  /** Of a pod volume backup: `pod/volume`. */
  podVolume?: string;
}

/** The same, and where its data is by the portal's configuration, as verdicts see it. @public */
export interface ContentsVolume extends EvidenceVolume {
  outcome: VolumeOutcome;
}

/** What a backup holds of one namespace. @public */
export interface NamespaceContents {
  /** Empty: of no namespace. */
  namespace: string;
  /** Ids of the workspaces that the namespace belongs to, that the reader may see. */
  workspaces: string[];
  /** By kind as Velero writes it, such as `apps/v1/Deployment`. */
  kinds: { kind: string; count: number }[];
  volumes: ContentsVolume[];
  errors: EvidenceMessages;
  warnings: EvidenceMessages;
}

/** Answer of `GET /backups/:cluster/:name/contents`. @public */
export interface BackupContents {
  evidence: EvidenceStatus;
  /** Whether the backup says how its volumes were saved. */
  volumesRecorded: boolean;
  /** By name; only those that the reader may see. */
  namespaces: NamespaceContents[];
  /** How many there are in all that the reader may see. */
  total: number;
  offset: number;
  limit: number;
  /** About Velero itself; only for readers of everything. */
  errors?: EvidenceMessages;
  warnings?: EvidenceMessages;
}

/** Query of `GET /backups/:cluster/:name/contents`. @public */
export const backupContentsQuerySchema = z.strictObject({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
  workspace: z.string().max(253).optional(),
  /** Case-insensitive; matches any part of a namespace's name. */
  search: z.string().max(200).optional(),
});

/** @public */
export type BackupContentsQuery = z.input<typeof backupContentsQuerySchema>;

/** Answer of `GET /backups/:cluster/:name/contents/:namespace`; `-` stands for no namespace. @public */
export interface NamespaceObjects {
  items: { kind: string; name: string }[];
  total: number;
  offset: number;
  limit: number;
}

/** Query of `GET /backups/:cluster/:name/contents/:namespace`. @public */
export const namespaceObjectsQuerySchema = z.strictObject({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
  kind: z.string().max(400).optional(),
  /** Case-insensitive; matches any part of the name. */
  search: z.string().max(200).optional(),
});

/** @public */
export type NamespaceObjectsQuery = z.input<typeof namespaceObjectsQuerySchema>;
