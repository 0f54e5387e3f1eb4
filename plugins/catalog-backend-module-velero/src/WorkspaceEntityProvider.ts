import { VeleroService } from '@appgear/backstage-plugin-velero-node';
import {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ForwardedError } from '@backstage/errors';
import {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { WORKSPACE_ENTITY_LOCATION } from '@appgear/backstage-plugin-velero-node';
import { ProviderConfig } from './config';
import { entityNames } from './entityNames';
import { readClaimed } from './readClaimed';
import { readWorkspaces } from './readWorkspaces';
import { toEntity } from './toEntity';

/** What the provider works with. */
export interface WorkspaceEntityProviderOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: ProviderConfig;
  logger: LoggerService;
  runner: SchedulerServiceTaskRunner;
  velero: VeleroService;
}

/** Keeps one entity per workspace, except where another entity claims it. */
export class WorkspaceEntityProvider implements EntityProvider {
  readonly #options: WorkspaceEntityProviderOptions;
  /** What the catalog was last given. */
  #given = '';

  constructor(options: WorkspaceEntityProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return 'velero-workspaces';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const { logger, runner } = this.#options;
    await runner.run({
      id: `${this.getProviderName()}:refresh`,
      fn: async () => {
        try {
          await this.refresh(connection);
        } catch (error) {
          logger.warn(
            `Workspaces stay in the catalog as they are, and are read again on schedule: ${
              new ForwardedError('they cannot be read', error).message
            }`,
          );
        }
      },
    });
  }

  /**
   * Reads the workspaces and gives them to the catalog, if they changed.
   * While a cluster was never heard from, nothing is taken away.
   */
  async refresh(connection: EntityProviderConnection): Promise<void> {
    const { auth, catalog, config, velero } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const [{ workspaces, complete }, claimed] = await Promise.all([
      readWorkspaces(velero, credentials),
      readClaimed(catalog, credentials),
    ]);
    const names = entityNames(workspaces.map(({ id }) => id));
    const entities = workspaces
      .filter(({ id }) => !claimed.has(id))
      .map(workspace => toEntity(workspace, names.get(workspace.id)!, config));
    await this.#give(entities, complete, connection);
  }

  async #give(
    entities: Entity[],
    complete: boolean,
    connection: EntityProviderConnection,
  ): Promise<void> {
    const given = JSON.stringify([complete, entities]);
    if (given === this.#given) {
      return;
    }
    const deferred = entities.map(entity => ({
      entity,
      locationKey: WORKSPACE_ENTITY_LOCATION,
    }));
    await connection.applyMutation(
      complete
        ? { type: 'full', entities: deferred }
        : { type: 'delta', added: deferred, removed: [] },
    );
    this.#given = given;
    this.#options.logger.info(
      `Gave the catalog ${entities.length} workspaces${
        complete ? '' : ' of the clusters that answer'
      }`,
    );
  }
}
