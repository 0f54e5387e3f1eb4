import { z } from 'zod';

/**
 * A Restore, or the deletion of a backup, that did not come through the gate.
 * Kept also when the object is gone from its cluster.
 *
 * @public
 */
export interface OutOfBandObject {
  kind: 'Restore' | 'DeleteBackupRequest';
  cluster: string;
  name: string;
  uid: string;
  backup?: string;
  /** Who made it, as far as the cluster tells: the field manager, such as `kubectl-create`. */
  madeBy?: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** Ids of the workspaces it may touch that the reader may see. */
  workspaces: string[];
}

/** Query of `GET /out-of-band`. @public */
export const outOfBandQuerySchema = z.strictObject({
  cluster: z.string().max(253).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** @public */
export type OutOfBandQuery = z.input<typeof outOfBandQuerySchema>;
