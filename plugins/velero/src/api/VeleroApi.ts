import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  BackupContents,
  BackupContentsQuery,
  BackupDetail,
  BackupLog,
  BackupLogQuery,
  BackupSummary,
  BackupsQuery,
  ComplianceQuery,
  ComplianceReport,
  Coverage,
  CoverageBody,
  LocationsQuery,
  Overview,
  Page,
  RecoveryPointsQuery,
  RestoreSummary,
  RestoresQuery,
  ScheduleCoverageQuery,
  ScheduleSummary,
  SchedulesQuery,
  SnapshotLocationSummary,
  StorageLocationSummary,
  TopologyAHost,
  WorkspaceDetail,
  WorkspaceProtection,
  WorkspaceRecoveryPoints,
  WorkspaceSummary,
  WorkspacesQuery,
} from '@appgear/backstage-plugin-velero-common';

/** @public */
export interface VeleroRequestOptions {
  /** Ends the request early; the promise then rejects with an `AbortError`. */
  signal?: AbortSignal;
}

/** Which time a report is of, and whom. @public */
export type ComplianceSpan = Omit<ComplianceQuery, 'format'>;

/**
 * Reads what the backend knows of the fleet. Each method rejects with a
 * `ResponseError` when the backend refuses: 403 for what the reader may not
 * see, 404 for what is not there.
 *
 * @public
 */
export interface VeleroApi {
  getOverview(options?: VeleroRequestOptions): Promise<Overview>;
  /** Docker hosts for development and demos, as they were last read; no disaster recovery. */
  getTopologyA(options?: VeleroRequestOptions): Promise<TopologyAHost[]>;
  getWorkspaces(
    query: WorkspacesQuery,
    options?: VeleroRequestOptions,
  ): Promise<Page<WorkspaceSummary>>;
  getWorkspace(
    id: string,
    options?: VeleroRequestOptions,
  ): Promise<WorkspaceDetail>;
  /** What would be lost of a workspace, with the reasons. */
  getProtection(
    workspace: string,
    options?: VeleroRequestOptions,
  ): Promise<WorkspaceProtection>;
  getRecoveryPoints(
    workspace: string,
    query: RecoveryPointsQuery,
    options?: VeleroRequestOptions,
  ): Promise<WorkspaceRecoveryPoints>;
  getBackups(
    query: BackupsQuery,
    options?: VeleroRequestOptions,
  ): Promise<Page<BackupSummary>>;
  getBackup(
    key: { cluster: string; name: string },
    options?: VeleroRequestOptions,
  ): Promise<BackupDetail>;
  /** What a backup lists of itself, by namespace. */
  getBackupContents(
    key: { cluster: string; name: string },
    query: BackupContentsQuery,
    options?: VeleroRequestOptions,
  ): Promise<BackupContents>;
  /** A finished backup's log, searched and paged where it lies. */
  getBackupLog(
    key: { cluster: string; name: string },
    query: BackupLogQuery,
    options?: VeleroRequestOptions,
  ): Promise<BackupLog>;
  getSchedules(
    query: SchedulesQuery,
    options?: VeleroRequestOptions,
  ): Promise<Page<ScheduleSummary>>;
  getSchedule(
    key: { cluster: string; name: string },
    options?: VeleroRequestOptions,
  ): Promise<ScheduleSummary>;
  /** What a schedule will hold, how it fares, and what to change. */
  getScheduleCoverage(
    key: { cluster: string; name: string },
    query: ScheduleCoverageQuery,
    options?: VeleroRequestOptions,
  ): Promise<Coverage>;
  /** The same of a manifest that was edited or pasted; changes nothing. */
  simulateCoverage(
    body: CoverageBody,
    options?: VeleroRequestOptions,
  ): Promise<Coverage>;
  getStorageLocations(
    query: LocationsQuery,
    options?: VeleroRequestOptions,
  ): Promise<Page<StorageLocationSummary>>;
  getSnapshotLocations(
    query: LocationsQuery,
    options?: VeleroRequestOptions,
  ): Promise<Page<SnapshotLocationSummary>>;
  getRestores(
    query: RestoresQuery,
    options?: VeleroRequestOptions,
  ): Promise<Page<RestoreSummary>>;
  /** How workspaces were protected in a span of time. */
  getCompliance(
    query: ComplianceSpan,
    options?: VeleroRequestOptions,
  ): Promise<ComplianceReport>;
  /** The same as a file. */
  downloadCompliance(
    query: ComplianceSpan,
    format: 'csv' | 'json',
    options?: VeleroRequestOptions,
  ): Promise<Blob>;
}

/** @public */
export const veleroApiRef = createApiRef<VeleroApi>({
  id: 'plugin.velero.service',
});
