import { ReactElement } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import {
  BreadcrumbEntry,
  IconElement,
  PageLayout,
  pluginHeaderActionsApiRef,
  routeResolutionApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';
import { veleroTranslationRef } from '../translation';
import { PluginRoot } from './PluginRoot';
import { TabPanel } from './TabPanel';
import { useTabTitle } from './useTabTitle';

/** One sub-page, as its extension gave it. */
export interface SubPage {
  id: string;
  path: string;
  title: string;
  element: ReactElement;
}

/** @see DrPage */
export interface DrPageProps {
  icon: IconElement;
  /** A portal's own title; the translated one without. */
  title?: string;
  subPages: SubPage[];
  /** Ids of sub-pages that are reached by their address only. */
  hiddenTabs: string[];
}

/**
 * The plugin's page: header, tabs, and the sub-page under the URL. It does
 * what PageBlueprint does without a loader, but in the reader's language:
 * titles of blueprints are not translated in Backstage 1.55.
 *
 * Must not render again when the address changes, so no `useRouteRef` here:
 * the portal's PageLayout is a new component each time it renders
 * (DefaultSwappableComponentsApi.getComponent), and the page in it would start
 * anew under the fingers of whoever types into a filter.
 */
export function DrPage(props: DrPageProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const tabTitle = useTabTitle();
  const titleLink = useApi(routeResolutionApiRef).resolve(rootRouteRef)?.();
  const headerActions = useApi(
    pluginHeaderActionsApiRef,
  ).getPluginHeaderActions('velero');

  const subPages = props.subPages.map(subPage => ({
    ...subPage,
    title: tabTitle(subPage.title),
  }));
  return (
    <PluginRoot>
      <PageLayout
        title={props.title ?? t('page.title')}
        icon={props.icon}
        titleLink={titleLink}
        headerActions={headerActions}
        tabs={subPages
          .filter(({ id }) => !props.hiddenTabs.includes(id))
          .map(({ path, title }) => ({ id: path, label: title, href: path }))}
      >
        <main>
          <TabPanel>
            <SubPageRoutes subPages={subPages} />
          </TabPanel>
        </main>
      </PageLayout>
    </PluginRoot>
  );
}

function SubPageRoutes({ subPages }: Pick<DrPageProps, 'subPages'>) {
  return (
    <Routes>
      {subPages.length > 0 && (
        <Route index element={<Navigate to={subPages[0].path} replace />} />
      )}
      {subPages.map(({ path, title, element }) => (
        <Route
          key={path}
          path={`${path}/*`}
          element={
            <BreadcrumbEntry entry={{ label: title, href: path }}>
              {element}
            </BreadcrumbEntry>
          }
        />
      ))}
    </Routes>
  );
}
