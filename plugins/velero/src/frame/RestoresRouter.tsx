import { lazy, Suspense } from 'react';
import { Route, Routes, useParams } from 'react-router-dom';
import {
  BreadcrumbEntry,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Loading } from '../components/state';
import { OutOfBandPage } from '../pages/restores/OutOfBandPage';
import { RestoreRequestPage } from '../pages/restores/RestoreRequestPage';
import { RestoresPage } from '../pages/restores/RestoresPage';
import {
  newRestoreRouteRef,
  outOfBandRouteRef,
  restoreRequestRouteRef,
} from '../routes';
import { useLinks } from '../routing/useLinks';
import { veleroTranslationRef } from '../translation';

// Few ask, and the wizard brings parts of its own.
const WizardPage = lazy(async () => ({
  default: (await import('../pages/wizard/WizardPage')).WizardPage,
}));

/** The desk, or what the URL names of it. */
export function RestoresRouter() {
  return (
    <Routes>
      <Route index element={<RestoresPage />} />
      <Route path={newRestoreRouteRef.path} element={<NewRestoreRoute />} />
      <Route path={outOfBandRouteRef.path} element={<OutOfBandRoute />} />
      <Route path={restoreRequestRouteRef.path} element={<RequestRoute />} />
    </Routes>
  );
}

function NewRestoreRoute() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const href = useLinks().newRestore() ?? '';
  return (
    <BreadcrumbEntry entry={{ label: t('wizard.title'), href }}>
      <Suspense fallback={<Loading />}>
        <WizardPage />
      </Suspense>
    </BreadcrumbEntry>
  );
}

function OutOfBandRoute() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const href = useLinks().outOfBand() ?? '';
  return (
    <BreadcrumbEntry entry={{ label: t('outOfBand.title'), href }}>
      <OutOfBandPage />
    </BreadcrumbEntry>
  );
}

function RequestRoute() {
  const { id = '' } = useParams();
  const href = useLinks().restoreRequest(id) ?? '';
  return (
    <BreadcrumbEntry entry={{ label: id.slice(0, 8), href }}>
      <RestoreRequestPage key={id} id={id} />
    </BreadcrumbEntry>
  );
}
