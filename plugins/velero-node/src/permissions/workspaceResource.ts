import { RESOURCE_TYPE_VELERO_WORKSPACE } from '@appgear/backstage-plugin-velero-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';

/** What permission rules decide on. @public */
export interface VeleroWorkspaceResource {
  /** The value of the workspace label; also the resource's reference. */
  id: string;
  tenant?: string;
  /** Entity reference of the owning group; absent: nobody owns it. */
  owner?: string;
}

/** A rule with its parameters, as lists are filtered by. @public */
export type VeleroWorkspaceFilter = (
  workspace: VeleroWorkspaceResource,
) => boolean;

/** For policies and modules that add rules of their own. @public */
export const veleroWorkspaceResourceRef = createPermissionResourceRef<
  VeleroWorkspaceResource,
  VeleroWorkspaceFilter
>().with({
  pluginId: 'velero',
  resourceType: RESOURCE_TYPE_VELERO_WORKSPACE,
});
