import { z } from 'zod';
import type {
  CoverageSimulation,
  SchedulePatch,
  ScheduleAssessment,
} from '../protection';
import { ClusterFreshness } from './clusters';

/** Answer of `GET /schedules/:cluster/:name/coverage` and `POST /coverage`. @public */
export interface Coverage {
  cluster: string;
  /** Ids of the workspaces on the cluster that the reader may see, sorted: what to ask for one by one. */
  workspaces: string[];
  /** Of the workspaces that the reader may see, or of the one asked for. */
  simulation: CoverageSimulation;
  /** How the schedule fares; only of one that exists. */
  assessment?: ScheduleAssessment;
  /** YAML of a schedule that exists, to be edited and tried; for readers of everything. */
  manifest?: string;
  /** What to change so that the workspaces are held that ask for it; absent when nothing helps. */
  patch?: SchedulePatch;
  /**
   * Why there is no patch: it names namespaces of others, or too much lives in
   * the cluster to try out changes for all at once; then ask for one workspace.
   */
  patchWithheld?: 'notAllowed' | 'tooLarge';
  /** Workspaces left out, as too much lives in the cluster; ask for them one by one. */
  omitted: string[];
  /** ISO 8601, UTC: when it was read what lives there; absent: not yet. */
  inventoryReadAt?: string;
  freshness: ClusterFreshness[];
}

/** Query of `GET /schedules/:cluster/:name/coverage`. @public */
export const scheduleCoverageQuerySchema = z.strictObject({
  workspace: z.string().max(253).optional(),
});

/** @public */
export type ScheduleCoverageQuery = z.input<typeof scheduleCoverageQuerySchema>;

/** Body of `POST /coverage`: a Schedule's manifest that was edited or pasted. @public */
export const coverageBodySchema = z.strictObject({
  cluster: z.string().min(1).max(253),
  /** YAML of one `Schedule`. */
  schedule: z.string().min(1).max(200_000),
  workspace: z.string().max(253).optional(),
});

/** @public */
export type CoverageBody = z.input<typeof coverageBodySchema>;
