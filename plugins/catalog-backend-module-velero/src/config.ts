import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';

/** `catalog.providers.velero`, with the defaults filled in. */
export interface ProviderConfig {
  namespace: string;
  defaultOwner: string;
  system: string | undefined;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Where people see the portal; links lead there. */
  appBaseUrl: string;
}

/** Undefined: `catalog.providers.velero` is not there, so no entities are wanted. */
export function readProviderConfig(config: Config): ProviderConfig | undefined {
  const own = config.getOptionalConfig('catalog.providers.velero');
  return (
    own && {
      namespace: own.getOptionalString('namespace') ?? 'default',
      defaultOwner: own.getOptionalString('defaultOwner') ?? 'unknown',
      system: own.getOptionalString('system'),
      schedule: own.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            own.getConfig('schedule'),
          )
        : { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
      appBaseUrl: config.getString('app.baseUrl').replace(/\/$/, ''),
    }
  );
}
