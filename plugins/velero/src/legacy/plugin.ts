import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  RestoresClient,
  restoresApiRef,
  VeleroClient,
  veleroApiRef,
} from '../api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import { rootRouteRef } from '../routes';
import { isRestoreRequest } from '../search/isRestoreRequest';
import en from '../translation/en';
import { inClassicApp } from './inClassicApp';

const root = convertLegacyRouteRef(rootRouteRef);

/**
 * Disaster recovery on Velero, for apps made with `@backstage/app-defaults`.
 *
 * @public
 */
export const veleroPlugin = createPlugin({
  id: 'velero',
  routes: { root },
  apis: [
    createApiFactory({
      api: veleroApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new VeleroClient(options),
    }),
    createApiFactory({
      api: restoresApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new RestoresClient(options),
    }),
  ],
});

/**
 * All pages, as tabs of one: `<Route path="/dr" element={<VeleroPage />} />`.
 *
 * @public
 */
export const VeleroPage: () => JSX.Element = veleroPlugin.provide(
  createRoutableExtension({
    name: 'VeleroPage',
    component: async () => (await import('./ClassicPage')).ClassicPage,
    mountPoint: root,
  }),
);

/**
 * The content of an entity's tab: its workspace.
 *
 * @public
 */
export const EntityVeleroContent = veleroPlugin.provide(
  createComponentExtension({
    name: 'EntityVeleroContent',
    component: {
      lazy: async () => {
        const { EntityWorkspaceContent } = await import(
          '../entity/EntityWorkspaceContent'
        );
        return inClassicApp(EntityWorkspaceContent);
      },
    },
  }),
);

/**
 * A card for an entity's overview: its workspace, in short.
 *
 * @public
 */
export const EntityVeleroCard = veleroPlugin.provide(
  createComponentExtension({
    name: 'EntityVeleroCard',
    component: {
      lazy: async () => {
        const { EntityWorkspaceCard } = await import(
          '../entity/EntityWorkspaceCard'
        );
        return inClassicApp(EntityWorkspaceCard);
      },
    },
  }),
);

/**
 * Restore requests among what search found; a child of the search page's
 * `SearchResult`.
 *
 * @public
 */
export const VeleroSearchResultListItem = veleroPlugin.provide(
  createSearchResultListItemExtension({
    name: 'VeleroSearchResultListItem',
    predicate: isRestoreRequest,
    component: async () => {
      const { RestoreRequestResult } = await import(
        '../search/RestoreRequestResult'
      );
      return inClassicApp(RestoreRequestResult);
    },
  }),
);

/**
 * On the portal's home page: what the reader has to decide.
 *
 * @public
 */
export const VeleroWaitsForMe = veleroPlugin.provide(
  createCardExtension({
    name: 'VeleroWaitsForMe',
    description: en['widget.description'],
    layout: { width: { minColumns: 4 }, height: { minRows: 3 } },
    components: async () => {
      const { WaitsForMeWidget } = await import('../home/WaitsForMeWidget');
      return { Content: inClassicApp(WaitsForMeWidget) };
    },
  }),
);
