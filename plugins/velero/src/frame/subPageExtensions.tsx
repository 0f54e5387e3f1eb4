import { SubPageBlueprint } from '@backstage/frontend-plugin-api';
import en from '../translation/en';
import { SUB_PAGES } from './subPages';

/** The tabs as extensions, which a portal may switch off, move or rename. */
export const subPages = SUB_PAGES.map(({ path, title, routeRef, load }) =>
  SubPageBlueprint.make({
    name: path,
    params: {
      path,
      title: en[title],
      routeRef,
      loader: async () => {
        const SubPage = await load();
        return <SubPage />;
      },
    },
  }),
);
