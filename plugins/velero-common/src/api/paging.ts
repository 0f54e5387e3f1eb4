import { z } from 'zod';
import { ClusterFreshness } from './clusters';

/** @public */
export const MAX_PAGE_SIZE = 200;

/** The part that all list queries share. Unknown keys are refused with 400. */
export const pageQueryShape = {
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
  order: z.enum(['asc', 'desc']).optional(),
  /** Case-insensitive; matches any part of the name-like fields. */
  search: z.string().max(200).optional(),
  cluster: z.string().max(253).optional(),
};

/**
 * One page of a list that was filtered and sorted on the server.
 *
 * @public
 */
export interface Page<T> {
  items: T[];
  /** How many items match in all, on all pages. */
  total: number;
  offset: number;
  limit: number;
  /** The age of the view, for each cluster the list may hold items of. */
  freshness: ClusterFreshness[];
}
