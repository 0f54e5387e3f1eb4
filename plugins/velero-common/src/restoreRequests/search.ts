import { z } from 'zod';

/**
 * A restore request as a search index may hold it: what anybody may know who
 * may see one of its workspaces. No reason, no people, no objects.
 *
 * @public
 */
export interface SearchableRestoreRequest {
  id: string;
  cluster: string;
  backup: string;
  /** Ids of all workspaces that it touches; the index has to keep them apart. */
  workspaces: string[];
  /** The namespaces of workspaces that it writes into. */
  targets: { namespace: string; workspace: string }[];
  /** ISO 8601, UTC. */
  filedAt: string;
}

/** Query of `GET /searchable/restore-requests`; the oldest come first. @public */
export const searchableQuerySchema = z.strictObject({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(200),
});

/** @public */
export type SearchableQuery = z.input<typeof searchableQuerySchema>;

/**
 * What search finds of a restore request: one of its workspaces, and nothing
 * of the others.
 *
 * @public
 */
export interface FoundRestoreRequest
  extends Omit<SearchableRestoreRequest, 'id' | 'workspaces' | 'targets'> {
  requestId: string;
  workspace: string;
  /** The workspace's namespaces that it writes into. */
  into: string[];
}

/** The type of restore requests in Backstage's search. @public */
export const SEARCH_TYPE_RESTORE_REQUEST = 'velero-restore-request';
