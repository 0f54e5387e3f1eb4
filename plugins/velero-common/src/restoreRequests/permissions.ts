import { createPermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_VELERO_WORKSPACE } from '../resourceTypes';

const onWorkspaces = { resourceType: RESOURCE_TYPE_VELERO_WORKSPACE };

/** Ask for a restore that touches a workspace; needed for all that it touches. @public */
export const veleroRestoreRequestPermission = createPermission({
  name: 'velero.restore.request',
  attributes: { action: 'create' },
  ...onWorkspaces,
});

/**
 * Vote on restores that touch a workspace; needed for all that one touches.
 * Which votes count, the restore policy's groups decide besides.
 *
 * @public
 */
export const veleroRestoreApprovePermission = createPermission({
  name: 'velero.restore.approve',
  attributes: { action: 'update' },
  ...onWorkspaces,
});

/** Withdraw restore requests of others. Own ones may always be withdrawn. @public */
export const veleroRestoreCancelPermission = createPermission({
  name: 'velero.restore.cancel',
  attributes: { action: 'delete' },
  ...onWorkspaces,
});

/** Restore in an emergency without approval. Give it to few. @public */
export const veleroRestoreBreakGlassPermission = createPermission({
  name: 'velero.restore.breakGlass',
  attributes: { action: 'create' },
  ...onWorkspaces,
});

/** Read and export what was done about a workspace's restores, and by whom. @public */
export const veleroAuditReadPermission = createPermission({
  name: 'velero.audit.read',
  attributes: { action: 'read' },
  ...onWorkspaces,
});

/** The permissions of the approval gate. @public */
export const veleroRestoreRequestPermissions = [
  veleroRestoreRequestPermission,
  veleroRestoreApprovePermission,
  veleroRestoreCancelPermission,
  veleroRestoreBreakGlassPermission,
  veleroAuditReadPermission,
];
