import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** Turns workspaces into `Resource` entities of type `workspace`. */
      velero?: {
        /** The namespace of the entities; `default` by default. */
        namespace?: string;
        /** The owner of workspaces that nobody owns; `unknown` by default. Gives nobody any right. */
        defaultOwner?: string;
        /** Entity reference of the system that the entities belong to; none by default. */
        system?: string;
        /** Every 20 seconds by default; the catalog is written to only when something changed. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
