import { createPermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_VELERO_WORKSPACE } from './resourceTypes';
import { veleroOnDemandPermissions } from './onDemand/permissions';
import { veleroRestoreRequestPermissions } from './restoreRequests/permissions';

export { RESOURCE_TYPE_VELERO_WORKSPACE };

/** See which clusters there are and whether they answer. @public */
export const veleroClusterReadPermission = createPermission({
  name: 'velero.cluster.read',
  attributes: { action: 'read' },
});

/** See backup and snapshot locations. @public */
export const veleroStorageReadPermission = createPermission({
  name: 'velero.storage.read',
  attributes: { action: 'read' },
});

/** See all schedules; without it, those that touch a readable workspace. @public */
export const veleroScheduleReadPermission = createPermission({
  name: 'velero.schedule.read',
  attributes: { action: 'read' },
});

/** See a workspace and how well it is protected. @public */
export const veleroWorkspaceReadPermission = createPermission({
  name: 'velero.workspace.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_VELERO_WORKSPACE,
});

/** See the backups that may hold a workspace. @public */
export const veleroBackupReadPermission = createPermission({
  name: 'velero.backup.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_VELERO_WORKSPACE,
});

/** See the restores that touch a workspace. @public */
export const veleroRestoreReadPermission = createPermission({
  name: 'velero.restore.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_VELERO_WORKSPACE,
});

/** Every permission of the plugin. @public */
export const veleroPermissions = [
  veleroClusterReadPermission,
  veleroStorageReadPermission,
  veleroScheduleReadPermission,
  veleroWorkspaceReadPermission,
  veleroBackupReadPermission,
  veleroRestoreReadPermission,
  ...veleroRestoreRequestPermissions,
  ...veleroOnDemandPermissions,
];
