import { RiLifebuoyLine } from '@remixicon/react';
import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  RestoresClient,
  restoresApiRef,
  VeleroClient,
  veleroApiRef,
} from './api';
import {
  entityWorkspaceCard,
  entityWorkspaceContent,
} from './entity/extensions';
import { drPage } from './frame/page';
import { subPages } from './frame/subPageExtensions';
import { waitsForMeWidget } from './home/extensions';
import {
  auditRouteRef,
  backupRouteRef,
  backupsRouteRef,
  complianceRouteRef,
  newRestoreRouteRef,
  newScheduleRouteRef,
  outOfBandRouteRef,
  restoreRequestRouteRef,
  restoresRouteRef,
  rootRouteRef,
  scheduleRouteRef,
  schedulesRouteRef,
  storageLocationRouteRef,
  storageRouteRef,
  workspaceRouteRef,
  workspacesRouteRef,
} from './routes';
import { templateFields } from './scaffolder/extensions';
import { restoreRequestResult, restoreRequestType } from './search/extensions';
import en from './translation/en';

const veleroApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: veleroApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new VeleroClient(options),
    }),
});

const restoresApi = ApiBlueprint.make({
  name: 'restores',
  params: defineParams =>
    defineParams({
      api: restoresApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new RestoresClient(options),
    }),
});

/**
 * Disaster recovery on Velero: pages at `/dr`, a tab and a card for entities
 * that stand for a workspace.
 *
 * @public
 */
export const veleroPlugin = createFrontendPlugin({
  pluginId: 'velero',
  title: en['page.title'],
  icon: <RiLifebuoyLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    workspaces: workspacesRouteRef,
    workspace: workspaceRouteRef,
    backups: backupsRouteRef,
    backup: backupRouteRef,
    schedules: schedulesRouteRef,
    schedule: scheduleRouteRef,
    newSchedule: newScheduleRouteRef,
    storage: storageRouteRef,
    storageLocation: storageLocationRouteRef,
    compliance: complianceRouteRef,
    restores: restoresRouteRef,
    newRestore: newRestoreRouteRef,
    restoreRequest: restoreRequestRouteRef,
    outOfBand: outOfBandRouteRef,
    audit: auditRouteRef,
  },
  extensions: [
    veleroApi,
    restoresApi,
    drPage,
    ...subPages,
    entityWorkspaceContent,
    entityWorkspaceCard,
    waitsForMeWidget,
    ...templateFields,
    restoreRequestResult,
    restoreRequestType,
  ],
});
