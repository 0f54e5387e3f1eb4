import { veleroServiceRef } from '@appgear/backstage-plugin-velero-node';
import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { RestoreRequestCollatorFactory } from './RestoreRequestCollatorFactory';

const SCHEDULE = 'search.collators.veleroRestoreRequests.schedule';

/** As the other collators of Backstage. */
const DEFAULT_SCHEDULE = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 3 },
};

/**
 * Puts restore requests into search, each to be found by those who may see a
 * workspace that it touches.
 *
 * @public
 */
export const searchModuleVelero = createBackendModule({
  pluginId: 'search',
  moduleId: 'velero',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        index: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
        velero: veleroServiceRef,
      },
      async init({ config, index, scheduler, ...services }) {
        const schedule = config.getOptionalConfig(SCHEDULE);
        index.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            schedule
              ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
              : DEFAULT_SCHEDULE,
          ),
          factory: new RestoreRequestCollatorFactory(services),
        });
      },
    });
  },
});
