import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
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
import { AnswerCache } from './AnswerCache';
import type { VeleroApi, VeleroRequestOptions } from './VeleroApi';

/** Pages that a reader may come back to; a body is some tens of kB. */
const REMEMBERED_ANSWERS = 50;

/**
 * The client of the backend's routes.
 *
 * @public
 */
export class VeleroClient implements VeleroApi {
  readonly #discovery: DiscoveryApi;
  readonly #fetch: FetchApi;
  readonly #answers = new AnswerCache({ capacity: REMEMBERED_ANSWERS });

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi;
  }

  getOverview(options?: VeleroRequestOptions) {
    return this.#get<Overview>('/overview', options);
  }

  getWorkspaces(query: WorkspacesQuery, options?: VeleroRequestOptions) {
    return this.#get<Page<WorkspaceSummary>>(
      `/workspaces${search(query)}`,
      options,
    );
  }

  getWorkspace(id: string, options?: VeleroRequestOptions) {
    return this.#get<WorkspaceDetail>(
      `/workspaces/${encodeURIComponent(id)}`,
      options,
    );
  }

  getProtection(workspace: string, options?: VeleroRequestOptions) {
    return this.#get<WorkspaceProtection>(
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
    return this.#get<WorkspaceRecoveryPoints>(
      `${path}${search(query)}`,
      options,
    );
  }

  getBackups(query: BackupsQuery, options?: VeleroRequestOptions) {
    return this.#get<Page<BackupSummary>>(`/backups${search(query)}`, options);
  }

  getBackup(
    key: { cluster: string; name: string },
    options?: VeleroRequestOptions,
  ) {
    return this.#get<BackupDetail>(backupPath(key), options);
  }

  getBackupContents(
    key: { cluster: string; name: string },
    query: BackupContentsQuery,
    options?: VeleroRequestOptions,
  ) {
    return this.#get<BackupContents>(
      `${backupPath(key)}/contents${search(query)}`,
      options,
    );
  }

  getSchedules(query: SchedulesQuery, options?: VeleroRequestOptions) {
    return this.#get<Page<ScheduleSummary>>(
      `/schedules${search(query)}`,
      options,
    );
  }

  getStorageLocations(query: LocationsQuery, options?: VeleroRequestOptions) {
    return this.#get<Page<StorageLocationSummary>>(
      `/storage-locations${search(query)}`,
      options,
    );
  }

  getSnapshotLocations(query: LocationsQuery, options?: VeleroRequestOptions) {
    return this.#get<Page<SnapshotLocationSummary>>(
      `/snapshot-locations${search(query)}`,
      options,
    );
  }

  getRestores(query: RestoresQuery, options?: VeleroRequestOptions) {
    return this.#get<Page<RestoreSummary>>(
      `/restores${search(query)}`,
      options,
    );
  }

  async #get<T>(path: string, options?: VeleroRequestOptions): Promise<T> {
    const url = `${await this.#discovery.getBaseUrl('velero')}${path}`;
    const known = this.#answers.get(url);
    const response = await this.#fetch.fetch(url, {
      signal: options?.signal,
      headers: known?.etag ? { 'If-None-Match': known.etag } : {},
    });
    if (known && response.status === 304) {
      return known.body as T;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return this.#answers.put(url, {
      etag: response.headers.get('ETag') ?? undefined,
      text: await response.text(),
    }) as T;
  }
}

function backupPath(key: { cluster: string; name: string }): string {
  const [cluster, name] = [key.cluster, key.name].map(encodeURIComponent);
  return `/backups/${cluster}/${name}`;
}

function search(query: object): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      params.set(key, String(value));
    }
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}
