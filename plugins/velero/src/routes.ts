import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();

export const overviewRouteRef = createRouteRef();

export const workspacesRouteRef = createRouteRef();

export const workspaceRouteRef = createSubRouteRef({
  parent: workspacesRouteRef,
  path: '/:id',
});

export const backupsRouteRef = createRouteRef();

export const backupRouteRef = createSubRouteRef({
  parent: backupsRouteRef,
  path: '/:cluster/:name',
});

export const schedulesRouteRef = createRouteRef();

export const newScheduleRouteRef = createSubRouteRef({
  parent: schedulesRouteRef,
  path: '/simulate',
});

export const scheduleRouteRef = createSubRouteRef({
  parent: schedulesRouteRef,
  path: '/:cluster/:name',
});

export const storageRouteRef = createRouteRef();

export const storageLocationRouteRef = createSubRouteRef({
  parent: storageRouteRef,
  path: '/:cluster/:name',
});

export const complianceRouteRef = createRouteRef();

export const restoresRouteRef = createRouteRef();

export const newRestoreRouteRef = createSubRouteRef({
  parent: restoresRouteRef,
  path: '/new',
});

export const outOfBandRouteRef = createSubRouteRef({
  parent: restoresRouteRef,
  path: '/out-of-band',
});

export const restoreRequestRouteRef = createSubRouteRef({
  parent: restoresRouteRef,
  path: '/:id',
});

export const auditRouteRef = createRouteRef();
