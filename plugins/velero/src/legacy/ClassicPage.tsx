import { lazy, Suspense } from 'react';
import { Header, Page, Progress, RoutedTabs } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PluginRoot } from '../frame/PluginRoot';
import { loadSubPage, SUB_PAGES } from '../frame/subPages';
import { veleroTranslationRef } from '../translation';
import { ClassicApp } from './ClassicApp';
import { useTabs } from './useTabs';

const TABS = SUB_PAGES.map(({ path, title }) => ({
  path,
  title,
  Tab: lazy(async () => ({ default: await loadSubPage(path) })),
}));

/** The plugin's page, in the frame that classic portals give their pages. */
export function ClassicPage() {
  return (
    <ClassicApp>
      <PluginRoot>
        <Framed />
      </PluginRoot>
    </ClassicApp>
  );
}

function Framed() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const shown = useTabs();
  const routes = TABS.filter(({ path }) => shown?.includes(path)).map(
    ({ path, title, Tab }) => ({
      path: `/${path}`,
      title: t(title),
      children: (
        <Suspense fallback={<Progress />}>
          <Tab />
        </Suspense>
      ),
    }),
  );
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      {shown ? <RoutedTabs routes={routes} /> : <Progress />}
    </Page>
  );
}
