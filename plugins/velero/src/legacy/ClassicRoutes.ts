import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createSubRouteRef,
  ExternalRouteRef,
  RouteRef,
  RouteResolutionApi,
  SubRouteRef,
} from '@backstage/frontend-plugin-api';
import { SUB_PAGES } from '../frame/subPages';
import { rootRouteRef } from '../routes';

type AnyRef = RouteRef<any> | SubRouteRef<any> | ExternalRouteRef<any>;
type Resolve = RouteResolutionApi['resolve'];

/**
 * Finds the addresses of tabs and of what lies below them. A classic app knows
 * one mount point per route element, so our tabs, which are routes of their
 * own in the new system, are found below the plugin's page here.
 */
export class ClassicRoutes implements RouteResolutionApi {
  readonly #app: RouteResolutionApi;

  constructor(app: RouteResolutionApi) {
    this.#app = app;
  }

  resolve: Resolve = (ref, options) =>
    this.#app.resolve(belowRoot(ref) ?? ref, options);
}

function belowRoot(ref: AnyRef): SubRouteRef<any> | undefined {
  const tab = SUB_PAGES.find(({ routeRef }) => routeRef === tabRef(ref));
  if (!tab) {
    return undefined;
  }
  const below = isSubRouteRef(ref) ? ref.path : '';
  const path: string = `/${tab.path}${below}`;
  return createSubRouteRef({ parent: rootRouteRef, path });
}

function tabRef(ref: AnyRef): unknown {
  // Only the classic face of a sub route tells its parent.
  return isSubRouteRef(ref) ? convertLegacyRouteRef(ref).parent : ref;
}

function isSubRouteRef(ref: AnyRef): ref is SubRouteRef<any> {
  return ref.$$type === '@backstage/SubRouteRef';
}
