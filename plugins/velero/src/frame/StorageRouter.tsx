import { Route, Routes, useParams } from 'react-router-dom';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { StorageLocationPage } from '../pages/storage/StorageLocationPage';
import { StoragePage } from '../pages/storage/StoragePage';
import { storageLocationRouteRef } from '../routes';
import { useLinks } from '../routing/useLinks';

/** The lists of locations, or the one in the URL. */
export function StorageRouter() {
  return (
    <Routes>
      <Route index element={<StoragePage />} />
      <Route
        path={storageLocationRouteRef.path}
        element={<StorageLocationRoute />}
      />
    </Routes>
  );
}

function StorageLocationRoute() {
  const { cluster = '', name = '' } = useParams();
  const href = useLinks().storageLocation({ cluster, name }) ?? '';
  return (
    <BreadcrumbEntry entry={{ label: name, href }}>
      <StorageLocationPage
        key={`${cluster}/${name}`}
        cluster={cluster}
        name={name}
      />
    </BreadcrumbEntry>
  );
}
