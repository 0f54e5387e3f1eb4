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
import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { VeleroService, VeleroServiceOptions } from './VeleroService';

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

  listBackups(query: BackupsQuery, options: VeleroServiceOptions) {
    return this.#get<Page<BackupSummary>>('/backups', query, options);
  }

  getBackup(
    { cluster, name }: { cluster: string; name: string },
    options: VeleroServiceOptions,
  ) {
    return this.#get<BackupDetail>(path('backups', cluster, name), {}, options);
  }

  listSchedules(query: SchedulesQuery, options: VeleroServiceOptions) {
    return this.#get<Page<ScheduleSummary>>('/schedules', query, options);
  }

  listRestores(query: RestoresQuery, options: VeleroServiceOptions) {
    return this.#get<Page<RestoreSummary>>('/restores', query, options);
  }

  async #get<T>(
    route: string,
    query: Query,
    { credentials }: VeleroServiceOptions,
  ): Promise<T> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'velero',
    });
    const address = new URL(
      (await this.#discovery.getBaseUrl('velero')) + route,
    );
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) {
        address.searchParams.set(key, String(value));
      }
    }
    const response = await fetch(address, {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }
}

function path(...parts: string[]): string {
  return parts.map(part => `/${encodeURIComponent(part)}`).join('');
}
