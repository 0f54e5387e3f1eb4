import { SubPageBlueprint } from '@backstage/frontend-plugin-api';
import {
  backupsRouteRef,
  overviewRouteRef,
  schedulesRouteRef,
  storageRouteRef,
  workspacesRouteRef,
} from '../routes';
import en from '../translation/en';

const overview = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: en['page.overview'],
    routeRef: overviewRouteRef,
    loader: async () => {
      const { OverviewPage } = await import('../pages/overview/OverviewPage');
      return <OverviewPage />;
    },
  },
});

const workspaces = SubPageBlueprint.make({
  name: 'workspaces',
  params: {
    path: 'workspaces',
    title: en['page.workspaces'],
    routeRef: workspacesRouteRef,
    loader: async () => {
      const { WorkspacesRouter } = await import('./WorkspacesRouter');
      return <WorkspacesRouter />;
    },
  },
});

const backups = SubPageBlueprint.make({
  name: 'backups',
  params: {
    path: 'backups',
    title: en['page.backups'],
    routeRef: backupsRouteRef,
    loader: async () => {
      const { BackupsRouter } = await import('./BackupsRouter');
      return <BackupsRouter />;
    },
  },
});

const schedules = SubPageBlueprint.make({
  name: 'schedules',
  params: {
    path: 'schedules',
    title: en['page.schedules'],
    routeRef: schedulesRouteRef,
    loader: async () => {
      const { SchedulesPage } = await import(
        '../pages/schedules/SchedulesPage'
      );
      return <SchedulesPage />;
    },
  },
});

const storage = SubPageBlueprint.make({
  name: 'storage',
  params: {
    path: 'storage',
    title: en['page.storage'],
    routeRef: storageRouteRef,
    loader: async () => {
      const { StoragePage } = await import('../pages/storage/StoragePage');
      return <StoragePage />;
    },
  },
});

/** In the order of their tabs. */
export const subPages = [overview, workspaces, backups, schedules, storage];
