import {
  RESOURCE_TYPE_VELERO_WORKSPACE,
  veleroPermissions,
} from '@appgear/backstage-plugin-velero-common';
import { veleroWorkspaceResourceRef } from '@appgear/backstage-plugin-velero-node';
import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import { WorkspaceDirectory } from '../workspaces';
import { workspaceRules } from './rules';
import { toResource } from './Sight';

/** Tells the permission framework of our permissions, rules and workspaces. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  directory: WorkspaceDirectory,
): void {
  registry.addPermissions(
    veleroPermissions.filter(
      permission =>
        !isResourcePermission(permission, RESOURCE_TYPE_VELERO_WORKSPACE),
    ),
  );
  registry.addResourceType({
    resourceRef: veleroWorkspaceResourceRef,
    permissions: veleroPermissions.filter(permission =>
      isResourcePermission(permission, RESOURCE_TYPE_VELERO_WORKSPACE),
    ),
    rules: Object.values(workspaceRules),
    getResources: async refs =>
      refs.map(ref => {
        const workspace = directory.get(ref);
        return workspace && toResource(workspace);
      }),
  });
}
