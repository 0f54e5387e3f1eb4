import { z } from 'zod';
import { parseGoDuration } from '../cron';

const namespaceName = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 'must be the name of a namespace');

/** How Velero writes durations: there are no days. */
const ttl = z.string().refine(
  text => {
    try {
      return parseGoDuration(text) > 0;
    } catch {
      return false;
    }
  },
  { error: 'must be a duration such as 720h or 1h30m' },
);

/** Body of `POST /backups`: one backup, now. @public */
export const createBackupSchema = z
  .strictObject({
    /** Name of the cluster. */
    cluster: z.string().min(1).max(63),
    /** All namespaces that it has there. Either this or `namespaces`. */
    workspace: z.string().min(1).max(253).optional(),
    /** By name: patterns are not taken. */
    namespaces: z.array(namespaceName).min(1).max(100).optional(),
    /** How long Velero keeps it, such as `72h`; the portal's limit by default. */
    ttl: ttl.optional(),
    /** Name of the backup storage location; the cluster's default one by default. */
    storageLocation: z.string().min(1).max(253).optional(),
    /**
     * Whoever asks again with the same key gets the backup that is there
     * already: a task that was interrupted, a call whose answer got lost.
     * Without one, each call makes a backup.
     */
    idempotencyKey: z.string().min(8).max(200).optional(),
  })
  .refine(
    ({ workspace, namespaces }) =>
      (workspace === undefined) !== (namespaces === undefined),
    { error: 'give either workspace or namespaces', path: ['workspace'] },
  );

/** @public */
export type CreateBackup = z.input<typeof createBackupSchema>;

/**
 * Answer of `POST /backups`: 201, or 200 when the backup was there already.
 * Velero has accepted nothing yet: what becomes of the backup says
 * `GET /backups/:cluster/:name`, and what it is worth
 * `GET /workspaces/:id/recovery-points`.
 *
 * @public
 */
export interface CreatedBackup {
  cluster: string;
  name: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  namespaces: string[];
  /** Ids of the workspaces that they belong to. */
  workspaces: string[];
  ttl: string;
  /** Absent: the cluster's default one. */
  storageLocation?: string;
  /** It was made by an earlier call with the same key. */
  existed: boolean;
}
