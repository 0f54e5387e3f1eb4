import { UserInfoService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import { RESOURCE_TYPE_SCAFFOLDER_TASK } from '@backstage/plugin-scaffolder-common/alpha';
import { RESOURCE_TYPE_VELERO_WORKSPACE } from '@appgear/backstage-plugin-velero-common';
import {
  createVeleroWorkspaceConditionalDecision,
  veleroWorkspaceConditions,
} from '@appgear/backstage-plugin-velero-backend';
import { grantsFor, Role } from './roles';

/** Roles from configuration; deny by default, and always without a person. */
export class RolePolicy implements PermissionPolicy {
  constructor(
    private readonly roles: Role[],
    private readonly userInfo: UserInfoService,
  ) {}

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    const { userEntityRef, ownershipEntityRefs } =
      await this.userInfo.getUserInfo(user.credentials);
    const { permission } = request;
    const grants = grantsFor(this.roles, ownershipEntityRefs);
    if (grants.allows(permission.name)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (
      isResourcePermission(permission, RESOURCE_TYPE_VELERO_WORKSPACE) &&
      grants.allowsOnOwnedWorkspaces(permission.name)
    ) {
      return createVeleroWorkspaceConditionalDecision(
        permission,
        veleroWorkspaceConditions.isWorkspaceOwner({
          claims: ownershipEntityRefs,
        }),
      );
    }
    if (
      isResourcePermission(permission, RESOURCE_TYPE_SCAFFOLDER_TASK) &&
      grants.allowsOnOwnTasks(permission.name)
    ) {
      return createScaffolderTaskConditionalDecision(
        permission,
        scaffolderTaskConditions.isTaskOwner({
          createdBy: [userEntityRef],
        }),
      );
    }
    return { result: AuthorizeResult.DENY };
  }
}
