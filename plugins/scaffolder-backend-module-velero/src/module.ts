import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';

/** Adds the `velero:*` actions to the scaffolder. @public */
export const scaffolderModuleVelero = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'velero',
  register({ registerInit }) {
    registerInit({
      deps: { actions: scaffolderActionsExtensionPoint },
      async init({ actions }) {
        actions.addActions();
      },
    });
  },
});
