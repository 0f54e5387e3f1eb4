import { lazy, Suspense } from 'react';
import { Header, Page, Progress, RoutedTabs } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PluginRoot } from '../frame/PluginRoot';
import { SUB_PAGES } from '../frame/subPages';
import { veleroTranslationRef } from '../translation';
import { ClassicApp } from './ClassicApp';

const TABS = SUB_PAGES.map(({ path, title, load }) => ({
  path: `/${path}`,
  title,
  Tab: lazy(async () => ({ default: await load() })),
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
  const routes = TABS.map(({ path, title, Tab }) => ({
    path,
    title: t(title),
    children: (
      <Suspense fallback={<Progress />}>
        <Tab />
      </Suspense>
    ),
  }));
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <RoutedTabs routes={routes} />
    </Page>
  );
}
