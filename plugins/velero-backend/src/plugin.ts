import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { veleroWorkspaceResourceRef } from '@appgear/backstage-plugin-velero-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { ReadModel } from './answers';
import { readVeleroConfig } from './config';
import { Fleet } from './fleet';
import { Readers, registerPermissions } from './permissions';
import { createRouter } from './router';
import { announceChanges } from './signals/announceChanges';
import { readCatalogClaims } from './workspaces';

/**
 * The Velero DR backend.
 *
 * @public
 */
export const veleroPlugin = createBackendPlugin({
  pluginId: 'velero',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(services) {
        const { auth, catalog, httpAuth, httpRouter, lifecycle } = services;
        const { logger, permissions, permissionsRegistry } = services;
        const config = readVeleroConfig(services.config);

        const fleet = new Fleet(config, logger);
        const model = new ReadModel(fleet, config);
        const { directory, board } = model;
        registerPermissions(permissionsRegistry, directory);
        const readers = new Readers({
          auth,
          permissions,
          directory,
          toFilter: createConditionTransformer(
            permissionsRegistry.getPermissionRuleset(
              veleroWorkspaceResourceRef,
            ),
          ),
        });

        httpRouter.use(createRouter({ httpAuth, readers, model }));
        httpRouter.addAuthPolicy({ path: '/health', allow: 'unauthenticated' });

        const signals = announceChanges(fleet, services);
        const everyReplica = { scope: 'local' } as const;
        await services.scheduler.scheduleTask({
          ...everyReplica,
          id: 'catalog-claims',
          frequency: { seconds: 30 },
          timeout: { seconds: 30 },
          fn: async () => {
            if (directory.setClaims(await readCatalogClaims(catalog, auth))) {
              signals.announce();
            }
          },
        });
        await services.scheduler.scheduleTask({
          ...everyReplica,
          id: 'schedule-conditions',
          frequency: { seconds: 15 },
          timeout: { seconds: 15 },
          fn: async () => {
            if (board.tick()) {
              signals.announce();
            }
          },
        });

        fleet.start();
        lifecycle.addShutdownHook(() => {
          signals.stop();
          fleet.stop();
        });
      },
    });
  },
});
