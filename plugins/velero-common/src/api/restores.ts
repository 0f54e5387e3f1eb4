import { z } from 'zod';
import { pageQueryShape } from './paging';

/** @public */
export interface RestoreSummary {
  cluster: string;
  name: string;
  uid: string;
  phase: string;
  backup?: string;
  schedule?: string;
  createdAt: string;
  startedAt?: string;
  completedAt?: string;
  itemsRestored?: number;
  totalItems?: number;
  warnings: number;
  errors: number;
  failures: string[];
  /** Ids of the workspaces it may touch that the reader may see. */
  workspaces: string[];
}

/** Query of `GET /restores`. @public */
export const restoresQuerySchema = z.strictObject({
  ...pageQueryShape,
  workspace: z.string().max(253).optional(),
  phase: z.string().max(100).optional(),
  sort: z
    .enum(['name', 'createdAt', 'completedAt', 'phase'])
    .default('createdAt'),
});

/** @public */
export type RestoresQuery = z.input<typeof restoresQuerySchema>;
