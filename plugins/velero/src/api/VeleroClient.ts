import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  BackupContents,
  BackupContentsQuery,
  BackupDetail,
  BackupLog,
  BackupLogQuery,
  BackupSummary,
  BackupsQuery,
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
import { BackendClient, search } from './BackendClient';
import type {
  ComplianceSpan,
  VeleroApi,
  VeleroRequestOptions,
} from './VeleroApi';

/**
 * The client of the backend's routes.
 *
 * @public
 */
export class VeleroClient implements VeleroApi {
  readonly #backend: BackendClient;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#backend = new BackendClient(options);
  }

  getOverview(options?: VeleroRequestOptions) {
    return this.#backend.get<Overview>('/overview', options);
  }

  getTopologyA(options?: VeleroRequestOptions) {
    return this.#backend.get<TopologyAHost[]>('/topology-a', options);
  }

  getWorkspaces(query: WorkspacesQuery, options?: VeleroRequestOptions) {
    return this.#backend.get<Page<WorkspaceSummary>>(
      `/workspaces${search(query)}`,
      options,
    );
  }

  getWorkspace(id: string, options?: VeleroRequestOptions) {
    return this.#backend.get<WorkspaceDetail>(
      `/workspaces/${encodeURIComponent(id)}`,
      options,
    );
  }

  getProtection(workspace: string, options?: VeleroRequestOptions) {
    return this.#backend.get<WorkspaceProtection>(
      `/workspaces/${encodeURIComponent(workspace)}/protection`,
      options,
    );
  }

  getRecoveryPoints(
    workspace: string,
    query: RecoveryPointsQuery,
    options?: VeleroRequestOptions,
  ) {
    const path = `/workspaces/${encodeURIComponent(workspace)}/recovery-points`;
    return this.#backend.get<WorkspaceRecoveryPoints>(
      `${path}${search(query)}`,
      options,
    );
  }

  getBackups(query: BackupsQuery, options?: VeleroRequestOptions) {
    return this.#backend.get<Page<BackupSummary>>(
      `/backups${search(query)}`,
      options,
    );
  }

  getBackup(
    key: { cluster: string; name: string },
    options?: VeleroRequestOptions,
  ) {
    return this.#backend.get<BackupDetail>(backupPath(key), options);
  }

  getBackupContents(
    key: { cluster: string; name: string },
    query: BackupContentsQuery,
    options?: VeleroRequestOptions,
  ) {
    return this.#backend.get<BackupContents>(
      `${backupPath(key)}/contents${search(query)}`,
      options,
    );
  }

  getBackupLog(
    key: { cluster: string; name: string },
    query: BackupLogQuery,
    options?: VeleroRequestOptions,
  ) {
    return this.#backend.get<BackupLog>(
      `${backupPath(key)}/logs${search(query)}`,
      options,
    );
  }

  getSchedules(query: SchedulesQuery, options?: VeleroRequestOptions) {
    return this.#backend.get<Page<ScheduleSummary>>(
      `/schedules${search(query)}`,
      options,
    );
  }

  getSchedule(
    key: { cluster: string; name: string },
    options?: VeleroRequestOptions,
  ) {
    return this.#backend.get<ScheduleSummary>(schedulePath(key), options);
  }

  getScheduleCoverage(
    key: { cluster: string; name: string },
    query: ScheduleCoverageQuery,
    options?: VeleroRequestOptions,
  ) {
    return this.#backend.get<Coverage>(
      `${schedulePath(key)}/coverage${search(query)}`,
      options,
    );
  }

  simulateCoverage(body: CoverageBody, options?: VeleroRequestOptions) {
    return this.#backend.post<Coverage>('/coverage', body, options);
  }

  getStorageLocations(query: LocationsQuery, options?: VeleroRequestOptions) {
    return this.#backend.get<Page<StorageLocationSummary>>(
      `/storage-locations${search(query)}`,
      options,
    );
  }

  getSnapshotLocations(query: LocationsQuery, options?: VeleroRequestOptions) {
    return this.#backend.get<Page<SnapshotLocationSummary>>(
      `/snapshot-locations${search(query)}`,
      options,
    );
  }

  getRestores(query: RestoresQuery, options?: VeleroRequestOptions) {
    return this.#backend.get<Page<RestoreSummary>>(
      `/restores${search(query)}`,
      options,
    );
  }

  getCompliance(query: ComplianceSpan, options?: VeleroRequestOptions) {
    return this.#backend.get<ComplianceReport>(
      `/compliance${search(query)}`,
      options,
    );
  }

  downloadCompliance(
    query: ComplianceSpan,
    format: 'csv' | 'json',
    options?: VeleroRequestOptions,
  ) {
    return this.#backend.download(
      `/compliance${search({ ...query, format })}`,
      options,
    );
  }
}

function backupPath(key: { cluster: string; name: string }): string {
  return `/backups/${keyPath(key)}`;
}

function schedulePath(key: { cluster: string; name: string }): string {
  return `/schedules/${keyPath(key)}`;
}

function keyPath(key: { cluster: string; name: string }): string {
  return [key.cluster, key.name].map(encodeURIComponent).join('/');
}
