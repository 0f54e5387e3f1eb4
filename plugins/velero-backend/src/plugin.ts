import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import {
  veleroServiceRef,
  veleroWorkspaceResourceRef,
} from '@appgear/backstage-plugin-velero-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { registerActions } from './actions';
import { ReadModel } from './answers';
import { readVeleroConfig } from './config';
import { Askers } from './courtesy';
import { openDatabase } from './database/openDatabase';
import { Fleet } from './fleet';
import { Readers, registerPermissions } from './permissions';
import { registerMetrics } from './metrics';
import { Proof } from './proof';
import { createOnDemandRoutes } from './onDemand';
import { openRestoreGate } from './restores';
import { Rights } from './restores/rights';
import { createRouter } from './router';
import { announceChanges } from './signals/announceChanges';
import { Teller, VerdictBook } from './telling';
import { TopologyAHosts } from './topologyA';
import { wordingIn } from './wording';
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
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        velero: veleroServiceRef,
      },
      async init(services) {
        const { auth, catalog, httpAuth, httpRouter, lifecycle } = services;
        const { logger, permissions, permissionsRegistry } = services;
        const config = readVeleroConfig(services.config);

        const fleet = new Fleet(config, logger);
        const model = new ReadModel(fleet, config);
        const { directory, board } = model;
        const knex = await openDatabase(services.database);
        const askers = new Askers();
        const proof = new Proof({
          model,
          knex,
          config,
          scheduler: services.scheduler,
          askers,
          logger,
        });
        model.standings = proof;
        registerMetrics(services.metrics, model, proof);
        const { notifications } = config.protection;
        const book = new VerdictBook(
          knex,
          notifications.settleFor,
          wordingIn(config.notifications.language),
        );
        const teller = new Teller({
          model,
          assessor: proof.assessor,
          book,
          notifications: notifications.enabled
            ? services.notifications
            : undefined,
          platform: notifications.platform,
          logger,
        });
        registerPermissions(permissionsRegistry, directory);
        const toFilter = createConditionTransformer(
          permissionsRegistry.getPermissionRuleset(veleroWorkspaceResourceRef),
        );
        const readers = new Readers({ auth, permissions, directory, toFilter });

        const topologyA = new TopologyAHosts(config.topologyA, logger);

        httpRouter.use(
          createRouter({
            httpAuth,
            readers,
            model,
            proof,
            book,
            topologyA,
            askers,
          }),
        );
        httpRouter.addAuthPolicy({ path: '/health', allow: 'unauthenticated' });

        const signals = announceChanges(fleet, services);
        proof.assessor.onChange(() => signals.announce());
        const gate = await openRestoreGate({
          ...services,
          config,
          model,
          proof,
          database: knex,
          toFilter,
          onChange: () => signals.announce(),
        });
        httpRouter.use(gate.router);
        const rights = new Rights({ permissions, directory, toFilter });
        httpRouter.use(
          createOnDemandRoutes({ ...services, config, model, rights }),
        );
        registerActions({
          registry: services.actionsRegistry,
          velero: services.velero,
        });
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

        if (config.topologyA.hosts.length > 0) {
          await services.scheduler.scheduleTask({
            ...everyReplica,
            id: 'topology-a',
            frequency: { milliseconds: config.topologyA.every },
            timeout: { seconds: 30 },
            fn: async () => {
              await topologyA.read();
              signals.announce();
            },
          });
        }
        await services.scheduler.scheduleTask({
          id: 'verdicts',
          scope: 'global',
          frequency: { seconds: 30 },
          timeout: { minutes: 5 },
          fn: () => teller.run(),
        });

        fleet.start();
        await proof.start();
        lifecycle.addShutdownHook(async () => {
          signals.stop();
          await proof.stop();
          fleet.stop();
        });
      },
    });
  },
});
