import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { veleroServiceRef } from '@appgear/backstage-plugin-velero-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createBackupAction } from './actions/createBackup';
import { enableBackupAction } from './actions/enableBackup';
import { renderDrAction } from './actions/renderDr';
import { renderScheduleAction } from './actions/renderSchedule';
import { requestRestoreAction } from './actions/requestRestore';
import { verifyBackupAction } from './actions/verifyBackup';
import { waitForRestoreAction } from './actions/waitForRestore';
import { readWorkspaceKeys } from './manifests';

/** Between two looks of an action that waits. */
const POLL_MS = 3_000;

/** Adds the `velero:*` actions to the scaffolder. @public */
export const scaffolderModuleVelero = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'velero',
  register({ registerInit }) {
    registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        velero: veleroServiceRef,
      },
      async init({ actions, config, velero }) {
        const options = {
          velero,
          keys: readWorkspaceKeys(config),
          pollEvery: POLL_MS,
        };
        actions.addActions(
          enableBackupAction(options),
          createBackupAction(options),
          verifyBackupAction(options),
          requestRestoreAction(options),
          waitForRestoreAction(options),
          renderDrAction(),
          renderScheduleAction(),
        );
      },
    });
  },
});
