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
import { rootRouteRef } from '../routes';

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
export const VeleroPage = veleroPlugin.provide(
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
      lazy: async () => (await import('./ClassicEntity')).ClassicEntityContent,
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
      lazy: async () => (await import('./ClassicEntity')).ClassicEntityCard,
    },
  }),
);
