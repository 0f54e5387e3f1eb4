import { ComponentType } from 'react';
import { RouteRef } from '@backstage/frontend-plugin-api';
import {
  auditRouteRef,
  backupsRouteRef,
  complianceRouteRef,
  overviewRouteRef,
  restoresRouteRef,
  schedulesRouteRef,
  storageRouteRef,
  workspacesRouteRef,
} from '../routes';
import en from '../translation/en';

/** What stands behind one tab, whichever frontend system the app is built on. */
export interface SubPageDefinition {
  /** Below the plugin's page, and the name of the extension. */
  path: string;
  title: keyof typeof en;
  routeRef: RouteRef;
  load(): Promise<ComponentType>;
}

/** In the order of their tabs. */
export const SUB_PAGES = [
  {
    path: 'overview',
    title: 'page.overview',
    routeRef: overviewRouteRef,
    load: async () =>
      (await import('../pages/overview/OverviewPage')).OverviewPage,
  },
  {
    path: 'workspaces',
    title: 'page.workspaces',
    routeRef: workspacesRouteRef,
    load: async () => (await import('./WorkspacesRouter')).WorkspacesRouter,
  },
  {
    path: 'restores',
    title: 'page.restores',
    routeRef: restoresRouteRef,
    load: async () => (await import('./RestoresRouter')).RestoresRouter,
  },
  {
    path: 'backups',
    title: 'page.backups',
    routeRef: backupsRouteRef,
    load: async () => (await import('./BackupsRouter')).BackupsRouter,
  },
  {
    path: 'schedules',
    title: 'page.schedules',
    routeRef: schedulesRouteRef,
    load: async () => (await import('./SchedulesRouter')).SchedulesRouter,
  },
  {
    path: 'storage',
    title: 'page.storage',
    routeRef: storageRouteRef,
    load: async () => (await import('./StorageRouter')).StorageRouter,
  },
  {
    path: 'compliance',
    title: 'page.compliance',
    routeRef: complianceRouteRef,
    load: async () =>
      (await import('../pages/compliance/CompliancePage')).CompliancePage,
  },
  {
    path: 'audit',
    title: 'page.audit',
    routeRef: auditRouteRef,
    load: async () => (await import('../pages/audit/AuditPage')).AuditPage,
  },
] as const satisfies readonly SubPageDefinition[];
