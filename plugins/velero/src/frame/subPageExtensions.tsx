import { SubPageBlueprint } from '@backstage/frontend-plugin-api';
import en from '../translation/en';
import { loadSubPage, SUB_PAGES } from './subPages';

/** The tabs as extensions, which a portal may switch off, move or rename. */
export const subPages = SUB_PAGES.map(({ path, title, routeRef }) =>
  SubPageBlueprint.make({
    name: path,
    params: {
      path,
      title: en[title],
      routeRef,
      loader: async () => {
        const SubPage = await loadSubPage(path);
        return <SubPage />;
      },
    },
  }),
);
