import { Route, Routes, useParams } from 'react-router-dom';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { WorkspacePage } from '../pages/workspace/WorkspacePage';
import { WorkspacesPage } from '../pages/workspaces/WorkspacesPage';
import { workspaceRouteRef } from '../routes';
import { useLinks } from '../routing/useLinks';

/** The list of workspaces, or the one in the URL. */
export function WorkspacesRouter() {
  return (
    <Routes>
      <Route index element={<WorkspacesPage />} />
      <Route path={workspaceRouteRef.path} element={<WorkspaceRoute />} />
    </Routes>
  );
}

function WorkspaceRoute() {
  const { id = '' } = useParams();
  const href = useLinks().workspace(id) ?? '';
  return (
    <BreadcrumbEntry entry={{ label: id, href }}>
      <WorkspacePage key={id} id={id} />
    </BreadcrumbEntry>
  );
}
