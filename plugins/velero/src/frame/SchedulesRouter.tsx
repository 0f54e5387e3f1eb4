import { Route, Routes, useParams } from 'react-router-dom';
import {
  BreadcrumbEntry,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { NewSchedulePage } from '../pages/schedule/NewSchedulePage';
import { SchedulePage } from '../pages/schedule/SchedulePage';
import { SchedulesPage } from '../pages/schedules/SchedulesPage';
import { newScheduleRouteRef, scheduleRouteRef } from '../routes';
import { useLinks } from '../routing/useLinks';
import { veleroTranslationRef } from '../translation';

/** The list of schedules, the one in the URL, or one that does not exist yet. */
export function SchedulesRouter() {
  return (
    <Routes>
      <Route index element={<SchedulesPage />} />
      <Route path={newScheduleRouteRef.path} element={<NewScheduleRoute />} />
      <Route path={scheduleRouteRef.path} element={<ScheduleRoute />} />
    </Routes>
  );
}

function NewScheduleRoute() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const href = useLinks().newSchedule() ?? '';
  return (
    <BreadcrumbEntry entry={{ label: t('coverage.new'), href }}>
      <NewSchedulePage />
    </BreadcrumbEntry>
  );
}

function ScheduleRoute() {
  const { cluster = '', name = '' } = useParams();
  const href = useLinks().schedule({ cluster, name }) ?? '';
  return (
    <BreadcrumbEntry entry={{ label: name, href }}>
      <SchedulePage key={`${cluster}/${name}`} cluster={cluster} name={name} />
    </BreadcrumbEntry>
  );
}
