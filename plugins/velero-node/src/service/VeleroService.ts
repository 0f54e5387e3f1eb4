import {
  BackupDetail,
  BackupsQuery,
  BackupSummary,
  ClusterStatus,
  Overview,
  Page,
  RestoresQuery,
  RestoreSummary,
  SchedulesQuery,
  ScheduleSummary,
  WorkspaceDetail,
  WorkspacesQuery,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf a call is made: the answer holds what they may see. @public */
export interface VeleroServiceOptions {
  credentials: BackstageCredentials;
}

/**
 * The Velero DR backend, for other backend plugins. Calls fail with
 * `ResponseError` as the HTTP API does: 403 without permission, 404 for what
 * is not there or may not be seen, 400 for a bad query.
 *
 * @public
 */
export interface VeleroService {
  listClusters(options: VeleroServiceOptions): Promise<ClusterStatus[]>;
  getOverview(options: VeleroServiceOptions): Promise<Overview>;
  listWorkspaces(
    query: WorkspacesQuery,
    options: VeleroServiceOptions,
  ): Promise<Page<WorkspaceSummary>>;
  getWorkspace(
    id: string,
    options: VeleroServiceOptions,
  ): Promise<WorkspaceDetail>;
  listBackups(
    query: BackupsQuery,
    options: VeleroServiceOptions,
  ): Promise<Page<BackupSummary>>;
  getBackup(
    backup: { cluster: string; name: string },
    options: VeleroServiceOptions,
  ): Promise<BackupDetail>;
  listSchedules(
    query: SchedulesQuery,
    options: VeleroServiceOptions,
  ): Promise<Page<ScheduleSummary>>;
  listRestores(
    query: RestoresQuery,
    options: VeleroServiceOptions,
  ): Promise<Page<RestoreSummary>>;
}
