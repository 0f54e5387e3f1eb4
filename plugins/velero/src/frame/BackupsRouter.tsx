import { Route, Routes, useParams } from 'react-router-dom';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { BackupPage } from '../pages/backup/BackupPage';
import { BackupsPage } from '../pages/backups/BackupsPage';
import { backupRouteRef } from '../routes';
import { useLinks } from '../routing/useLinks';

/** The list of backups, or the one in the URL. */
export function BackupsRouter() {
  return (
    <Routes>
      <Route index element={<BackupsPage />} />
      <Route path={backupRouteRef.path} element={<BackupRoute />} />
    </Routes>
  );
}

function BackupRoute() {
  const { cluster = '', name = '' } = useParams();
  const href = useLinks().backup({ cluster, name }) ?? '';
  return (
    <BreadcrumbEntry entry={{ label: name, href }}>
      <BackupPage key={`${cluster}/${name}`} cluster={cluster} name={name} />
    </BreadcrumbEntry>
  );
}
