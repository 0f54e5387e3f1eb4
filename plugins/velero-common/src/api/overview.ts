import { BucketStatus, ClusterFreshness, ClusterStatus } from './clusters';
import { ProtectionOverview } from './protection';
import { StorageLocationSummary } from './storage';
import { ScheduleCondition, ScheduleSummary } from './schedules';

/**
 * The first screen in one answer: small, however large the fleet is. Lists
 * come by their own routes.
 *
 * @public
 */
export interface Overview {
  clusters: ClusterStatus[];
  /** Absent in answers of a backend that knows of none. */
  buckets?: BucketStatus[];
  workspaces: {
    total: number;
    /** Labelled for backup. */
    enabled: number;
    /** With no backup in whose scope they are. */
    withoutBackup: number;
  };
  schedules: Record<ScheduleCondition, number>;
  /** The next schedules to run, soonest first; at most 10. */
  upcoming: ScheduleSummary[];
  /** Schedules that need a person, worst first; at most 10. */
  troubled: ScheduleSummary[];
  /** Backups that started in the last 24 hours, by phase. */
  recentBackups: Record<string, number>;
  /** Who is not safe; of the workspaces that the reader may see. */
  protection?: ProtectionOverview;
  storageLocations: StorageLocationSummary[];
  freshness: ClusterFreshness[];
  /** Parts that are empty because the reader lacks the permission, not because there is nothing. */
  withheld?: Array<
    'clusters' | 'workspaces' | 'schedules' | 'backups' | 'storageLocations'
  >;
}
