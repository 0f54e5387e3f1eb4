import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  BackupContents,
  BackupContentsQuery,
  BackupDetail,
  BackupSummary,
  BackupsQuery,
  LocationsQuery,
  Overview,
  Page,
  RecoveryPointsQuery,
  RestoreSummary,
  RestoresQuery,
  ScheduleSummary,
  SchedulesQuery,
  SnapshotLocationSummary,
  StorageLocationSummary,
  WorkspaceDetail,
  WorkspaceProtection,
  WorkspaceRecoveryPoints,
  WorkspaceSummary,
  WorkspacesQuery,
} from '@appgear/backstage-plugin-velero-common';
import { BackendClient, search } from './BackendClient';
import type { VeleroApi, VeleroRequestOptions } from './VeleroApi';

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

  getSchedules(query: SchedulesQuery, options?: VeleroRequestOptions) {
    return this.#backend.get<Page<ScheduleSummary>>(
      `/schedules${search(query)}`,
      options,
    );
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
}

function backupPath(key: { cluster: string; name: string }): string {
  const [cluster, name] = [key.cluster, key.name].map(encodeURIComponent);
  return `/backups/${cluster}/${name}`;
}
