import { createPermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_VELERO_WORKSPACE } from '../resourceTypes';

/** Have a workspace backed up now; needed for all that the backup takes in. @public */
export const veleroBackupCreatePermission = createPermission({
  name: 'velero.backup.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_VELERO_WORKSPACE,
});

/** Have a workspace's living namespaces ask for backups. @public */
export const veleroBackupEnablePermission = createPermission({
  name: 'velero.backup.enable',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_VELERO_WORKSPACE,
});

/** The permissions of what is done on demand. @public */
export const veleroOnDemandPermissions = [
  veleroBackupCreatePermission,
  veleroBackupEnablePermission,
];
