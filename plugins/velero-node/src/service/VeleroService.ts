import {
  BackupDetail,
  BackupEnablement,
  BackupsQuery,
  BackupSummary,
  ClusterStatus,
  Coverage,
  CoverageBody,
  CreateBackup,
  CreatedBackup,
  EnableBackup,
  FileRestoreRequest,
  ItemPage,
  Overview,
  Page,
  PreviewRestore,
  RecoveryPointsQuery,
  RestorePreviewAnswer,
  RestoreRequestDetail,
  RestoreRequestsQuery,
  RestoreRequestSummary,
  RestoresQuery,
  RestoreSummary,
  ScheduleCoverageQuery,
  SchedulesQuery,
  ScheduleSummary,
  SearchableQuery,
  SearchableRestoreRequest,
  WorkspaceDetail,
  WorkspaceProtection,
  WorkspaceRecoveryPoints,
  WorkspacesQuery,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf a call is made: the answer holds what they may see. @public */
export interface VeleroServiceOptions {
  credentials: BackstageCredentials;
}

/** Whose recovery points, and which of them. @public */
export interface WorkspacePointsAsked extends RecoveryPointsQuery {
  workspace: string;
}

/** Which schedule, and whether for one workspace alone. @public */
export interface ScheduleCoverageAsked extends ScheduleCoverageQuery {
  cluster: string;
  name: string;
}

/**
 * The Velero DR backend, for other backend plugins. Calls fail with
 * `ResponseError` as the HTTP API does: 403 without permission, 404 for what
 * is not there or may not be seen, 400 for a bad query, 422 for a restore that
 * cannot be.
 *
 * The approval gate answers people alone: the credentials of a service get 403.
 * Whoever acts for a person may preview and file; votes are cast in person, so
 * there is no method that casts one.
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
  /** The verdict on a workspace and why; 503 until it was assessed first. */
  getProtection(
    workspace: string,
    options: VeleroServiceOptions,
  ): Promise<WorkspaceProtection>;
  /** What a workspace could be restored from, newest first. */
  listRecoveryPoints(
    asked: WorkspacePointsAsked,
    options: VeleroServiceOptions,
  ): Promise<WorkspaceRecoveryPoints>;
  listBackups(
    query: BackupsQuery,
    options: VeleroServiceOptions,
  ): Promise<Page<BackupSummary>>;
  getBackup(
    backup: { cluster: string; name: string },
    options: VeleroServiceOptions,
  ): Promise<BackupDetail>;
  /** Has a backup made now; again with the same key, finds the one that was made. */
  createBackup(
    body: CreateBackup,
    options: VeleroServiceOptions,
  ): Promise<CreatedBackup>;
  /** Has the living namespaces of a workspace ask for backups. */
  enableBackup(
    asked: EnableBackup & { workspace: string },
    options: VeleroServiceOptions,
  ): Promise<BackupEnablement>;
  listSchedules(
    query: SchedulesQuery,
    options: VeleroServiceOptions,
  ): Promise<Page<ScheduleSummary>>;
  /** What a schedule would hold of what lives now, and what it would not. */
  getScheduleCoverage(
    asked: ScheduleCoverageAsked,
    options: VeleroServiceOptions,
  ): Promise<Coverage>;
  /** The same of a Schedule's manifest that exists nowhere yet. */
  simulateCoverage(
    body: CoverageBody,
    options: VeleroServiceOptions,
  ): Promise<Coverage>;
  listRestores(
    query: RestoresQuery,
    options: VeleroServiceOptions,
  ): Promise<Page<RestoreSummary>>;
  /** What a restore would do and who must consent; its digest is needed to file it. */
  previewRestore(
    body: PreviewRestore,
    options: VeleroServiceOptions,
  ): Promise<RestorePreviewAnswer>;
  /** Files what was previewed, as the person of the credentials. 409: it changed since the preview. */
  fileRestoreRequest(
    body: FileRestoreRequest,
    options: VeleroServiceOptions,
  ): Promise<RestoreRequestDetail>;
  getRestoreRequest(
    id: string,
    options: VeleroServiceOptions,
  ): Promise<RestoreRequestDetail>;
  listRestoreRequests(
    query: RestoreRequestsQuery,
    options: VeleroServiceOptions,
  ): Promise<ItemPage<RestoreRequestSummary>>;
  /** What may stand in a search index; 403 for all but the search plugin itself. */
  listSearchableRestoreRequests(
    query: SearchableQuery,
    options: VeleroServiceOptions,
  ): Promise<ItemPage<SearchableRestoreRequest>>;
}
