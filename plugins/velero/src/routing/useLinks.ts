import { useLocation } from 'react-router-dom';
import {
  AnyRouteRefParams,
  RouteFunc,
  RouteRef,
  RouteResolutionApi,
  routeResolutionApiRef,
  SubRouteRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import {
  auditRouteRef,
  backupRouteRef,
  backupsRouteRef,
  complianceRouteRef,
  newRestoreRouteRef,
  newScheduleRouteRef,
  outOfBandRouteRef,
  overviewRouteRef,
  restoreRequestRouteRef,
  restoresRouteRef,
  scheduleRouteRef,
  schedulesRouteRef,
  storageLocationRouteRef,
  storageRouteRef,
  workspaceRouteRef,
  workspacesRouteRef,
} from '../routes';

type Query = Record<string, string | undefined>;

/**
 * Addresses of the plugin's pages. `undefined` where a portal has switched a
 * page off: show the text without a link then.
 */
export interface Links {
  overview(): string | undefined;
  workspaces(query?: Query): string | undefined;
  workspace(id: string): string | undefined;
  backups(query?: Query): string | undefined;
  backup(key: { cluster: string; name: string }): string | undefined;
  schedules(query?: Query): string | undefined;
  schedule(key: { cluster: string; name: string }): string | undefined;
  /** Where a manifest is tried. */
  newSchedule(): string | undefined;
  storage(query?: Query): string | undefined;
  storageLocation(key: { cluster: string; name: string }): string | undefined;
  compliance(query?: Query): string | undefined;
  restores(query?: Query): string | undefined;
  /** The wizard, filled in by the query. */
  newRestore(query?: Query): string | undefined;
  restoreRequest(id: string): string | undefined;
  outOfBand(query?: Query): string | undefined;
  audit(query?: Query): string | undefined;
}

/** Of the address that was asked from last: every row of a list wants the same. */
const made = new WeakMap<RouteResolutionApi, { from: string; links: Links }>();

export function useLinks(): Links {
  const { pathname } = useLocation();
  const routes = useApi(routeResolutionApiRef);
  const known = made.get(routes);
  if (known?.from === pathname) {
    return known.links;
  }
  const links = createLinks(routes, pathname);
  made.set(routes, { from: pathname, links });
  return links;
}

/** To find a page takes the portal long: each is looked for when it is first asked for. */
function createLinks(routes: RouteResolutionApi, sourcePath: string): Links {
  const found = new Map<unknown, unknown>();
  const to = <P extends AnyRouteRefParams>(
    ref: RouteRef<P> | SubRouteRef<P>,
  ) => {
    if (!found.has(ref)) {
      found.set(ref, routes.resolve(ref, { sourcePath }));
    }
    return found.get(ref) as RouteFunc<P> | undefined;
  };
  return {
    overview: () => to(overviewRouteRef)?.(),
    workspaces: query => withQuery(to(workspacesRouteRef)?.(), query),
    workspace: id => to(workspaceRouteRef)?.({ id }),
    backups: query => withQuery(to(backupsRouteRef)?.(), query),
    backup: ({ cluster, name }) => to(backupRouteRef)?.({ cluster, name }),
    schedules: query => withQuery(to(schedulesRouteRef)?.(), query),
    schedule: ({ cluster, name }) => to(scheduleRouteRef)?.({ cluster, name }),
    newSchedule: () => to(newScheduleRouteRef)?.(),
    storage: query => withQuery(to(storageRouteRef)?.(), query),
    storageLocation: ({ cluster, name }) =>
      to(storageLocationRouteRef)?.({ cluster, name }),
    compliance: query => withQuery(to(complianceRouteRef)?.(), query),
    restores: query => withQuery(to(restoresRouteRef)?.(), query),
    newRestore: query => withQuery(to(newRestoreRouteRef)?.(), query),
    restoreRequest: id => to(restoreRequestRouteRef)?.({ id }),
    outOfBand: query => withQuery(to(outOfBandRouteRef)?.(), query),
    audit: query => withQuery(to(auditRouteRef)?.(), query),
  };
}

function withQuery(path: string | undefined, query: Query = {}) {
  if (!path) {
    return undefined;
  }
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      params.set(name, value);
    }
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
