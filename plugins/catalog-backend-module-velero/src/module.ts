import { veleroServiceRef } from '@appgear/backstage-plugin-velero-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { readProviderConfig } from './config';
import { WorkspaceEntityProvider } from './WorkspaceEntityProvider';

/**
 * Gives the catalog a `Resource` entity for each workspace.
 *
 * @public
 */
export const catalogModuleVelero = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'velero',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        velero: veleroServiceRef,
      },
      async init({ processing, rootConfig, scheduler, ...services }) {
        const config = readProviderConfig(rootConfig);
        if (config) {
          const runner = scheduler.createScheduledTaskRunner(config.schedule);
          processing.addEntityProvider(
            new WorkspaceEntityProvider({ ...services, config, runner }),
          );
        }
      },
    });
  },
});
