import { RiLifebuoyLine } from '@remixicon/react';
import {
  coreExtensionData,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { restoresApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { hiddenTabs } from './hiddenTabs';
import { loadNamedSubPage } from './subPages';

/** The page at `/dr`; sub-pages attach to its input `pages`. */
export const drPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { apis, config, inputs }) {
    const icon = <RiLifebuoyLine />;
    const subPages = inputs.pages.map(page => ({
      id: page.node.spec.id,
      path: page.get(coreExtensionData.routePath),
      title:
        page.get(coreExtensionData.title) ??
        page.get(coreExtensionData.routePath),
      element: page.get(coreExtensionData.reactElement),
    }));
    return originalFactory({
      path: '/dr',
      // For the portal's menu, which has room for some 14 letters and no
      // translations; the page itself has its whole title.
      title: 'DR',
      icon,
      routeRef: rootRouteRef,
      noHeader: true,
      loader: async () => {
        // Whoever renders it is told when it cannot be loaded.
        loadNamedSubPage(window.location.pathname).catch(() => {});
        const [{ DrPage }, hidden] = await Promise.all([
          import('./DrPage'),
          hiddenTabs(apis.get(restoresApiRef)),
        ]);
        return (
          <DrPage
            icon={icon}
            title={config.title}
            subPages={subPages}
            hiddenTabs={hidden}
          />
        );
      },
    });
  },
});
