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
  RestorePreviewAnswer,
  RestoreRequestDetail,
  RestoreRequestsQuery,
  RestoreRequestSummary,
  RestoresQuery,
  RestoreSummary,
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
import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ScheduleCoverageAsked,
  VeleroService,
  VeleroServiceOptions,
  WorkspacePointsAsked,
} from './VeleroService';

type Query = Record<string, unknown>;

/** Calls the backend over HTTP, with a token for the plugin made out of the caller's credentials. */
export class DefaultVeleroService implements VeleroService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(services: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = services.auth;
    this.#discovery = services.discovery;
  }

  listClusters(options: VeleroServiceOptions) {
    return this.#get<ClusterStatus[]>('/clusters', {}, options);
  }

  getOverview(options: VeleroServiceOptions) {
    return this.#get<Overview>('/overview', {}, options);
  }

  listWorkspaces(query: WorkspacesQuery, options: VeleroServiceOptions) {
    return this.#get<Page<WorkspaceSummary>>('/workspaces', query, options);
  }

  getWorkspace(id: string, options: VeleroServiceOptions) {
    return this.#get<WorkspaceDetail>(path('workspaces', id), {}, options);
  }

  getProtection(workspace: string, options: VeleroServiceOptions) {
    return this.#get<WorkspaceProtection>(
      path('workspaces', workspace, 'protection'),
      {},
      options,
    );
  }

  listRecoveryPoints(
    { workspace, ...query }: WorkspacePointsAsked,
    options: VeleroServiceOptions,
  ) {
    return this.#get<WorkspaceRecoveryPoints>(
      path('workspaces', workspace, 'recovery-points'),
      query,
      options,
    );
  }

  listBackups(query: BackupsQuery, options: VeleroServiceOptions) {
    return this.#get<Page<BackupSummary>>('/backups', query, options);
  }

  getBackup(
    { cluster, name }: { cluster: string; name: string },
    options: VeleroServiceOptions,
  ) {
    return this.#get<BackupDetail>(path('backups', cluster, name), {}, options);
  }

  createBackup(body: CreateBackup, options: VeleroServiceOptions) {
    return this.#post<CreatedBackup>('/backups', body, options);
  }

  enableBackup(
    { workspace, ...body }: EnableBackup & { workspace: string },
    options: VeleroServiceOptions,
  ) {
    return this.#post<BackupEnablement>(
      path('workspaces', workspace, 'enablement'),
      body,
      options,
    );
  }

  listSchedules(query: SchedulesQuery, options: VeleroServiceOptions) {
    return this.#get<Page<ScheduleSummary>>('/schedules', query, options);
  }

  getScheduleCoverage(
    { cluster, name, ...query }: ScheduleCoverageAsked,
    options: VeleroServiceOptions,
  ) {
    return this.#get<Coverage>(
      path('schedules', cluster, name, 'coverage'),
      query,
      options,
    );
  }

  simulateCoverage(body: CoverageBody, options: VeleroServiceOptions) {
    return this.#post<Coverage>('/coverage', body, options);
  }

  listRestores(query: RestoresQuery, options: VeleroServiceOptions) {
    return this.#get<Page<RestoreSummary>>('/restores', query, options);
  }

  previewRestore(body: PreviewRestore, options: VeleroServiceOptions) {
    return this.#post<RestorePreviewAnswer>('/restore-previews', body, options);
  }

  fileRestoreRequest(body: FileRestoreRequest, options: VeleroServiceOptions) {
    return this.#post<RestoreRequestDetail>('/restore-requests', body, options);
  }

  getRestoreRequest(id: string, options: VeleroServiceOptions) {
    return this.#get<RestoreRequestDetail>(
      path('restore-requests', id),
      {},
      options,
    );
  }

  listRestoreRequests(
    query: RestoreRequestsQuery,
    options: VeleroServiceOptions,
  ) {
    return this.#get<ItemPage<RestoreRequestSummary>>(
      '/restore-requests',
      query,
      options,
    );
  }

  listSearchableRestoreRequests(
    query: SearchableQuery,
    options: VeleroServiceOptions,
  ) {
    return this.#get<ItemPage<SearchableRestoreRequest>>(
      '/searchable/restore-requests',
      query,
      options,
    );
  }

  #get<T>(route: string, query: Query, options: VeleroServiceOptions) {
    const known = Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]);
    return this.#ask<T>(
      `${route}?${new URLSearchParams(known)}`,
      { method: 'GET' },
      options,
    );
  }

  #post<T>(route: string, body: unknown, options: VeleroServiceOptions) {
    return this.#ask<T>(
      route,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      },
      options,
    );
  }

  async #ask<T>(
    route: string,
    request: RequestInit,
    { credentials }: VeleroServiceOptions,
  ): Promise<T> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'velero',
    });
    const response = await fetch(
      (await this.#discovery.getBaseUrl('velero')) + route,
      {
        ...request,
        headers: { ...request.headers, Authorization: `Bearer ${token}` },
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }
}

function path(...parts: string[]): string {
  return parts.map(part => `/${encodeURIComponent(part)}`).join('');
}
