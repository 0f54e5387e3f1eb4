/** Whether the next run of a schedule takes a workspace, whole. */
export interface CoverageFinding {
  covered: boolean;
  /** The schedules that do, as `cluster/name`, or those that were looked at. */
  schedules: string[];
  /** ISO 8601, UTC: the first run after which all of it is held. */
  nextRunAt?: string;
  /** What is missing and what to do, for the task's log. */
  missing: string[];
}
