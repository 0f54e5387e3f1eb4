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
}

/** In the order of their tabs. */
export const SUB_PAGES = [
  {
    path: 'overview',
    title: 'page.overview',
    routeRef: overviewRouteRef,
  },
  {
    path: 'workspaces',
    title: 'page.workspaces',
    routeRef: workspacesRouteRef,
  },
  {
    path: 'restores',
    title: 'page.restores',
    routeRef: restoresRouteRef,
  },
  {
    path: 'backups',
    title: 'page.backups',
    routeRef: backupsRouteRef,
  },
  {
    path: 'schedules',
    title: 'page.schedules',
    routeRef: schedulesRouteRef,
  },
  {
    path: 'storage',
    title: 'page.storage',
    routeRef: storageRouteRef,
  },
  {
    path: 'compliance',
    title: 'page.compliance',
    routeRef: complianceRouteRef,
  },
  {
    path: 'audit',
    title: 'page.audit',
    routeRef: auditRouteRef,
  },
] as const satisfies readonly SubPageDefinition[];

/** @see SubPageDefinition.path */
export type SubPagePath = (typeof SUB_PAGES)[number]['path'];

/** What is behind a tab; none is loaded before it is looked at. */
export async function loadSubPage(path: SubPagePath): Promise<ComponentType> {
  const { PAGES } = await import('./pages');
  return PAGES[path]();
}

/**
 * Loads the tab that an address names, or the one that is shown when it names
 * none: ahead, while it is still asked which tabs there are.
 */
export async function loadNamedSubPage(
  address: string,
): Promise<ComponentType> {
  const parts = address.split('/');
  const named = SUB_PAGES.find(({ path }) => parts.includes(path));
  return loadSubPage((named ?? SUB_PAGES[0]).path);
}
