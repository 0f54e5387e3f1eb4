import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { ConditionTransformer } from '@backstage/plugin-permission-node';
import {
  RestoreRisks,
  RightReach,
  says,
} from '@appgear/backstage-plugin-velero-common';
import { VeleroWorkspaceFilter } from '@appgear/backstage-plugin-velero-node';
import { errorSaying } from '../../problems';
import { Sight } from '../../permissions';
import {
  ConditionalSight,
  SEES_ALL,
  SEES_NOTHING,
} from '../../permissions/Sight';
import { WorkspaceDirectory } from '../../workspaces';

export interface RightsOptions {
  permissions: PermissionsService;
  directory: WorkspaceDirectory;
  toFilter: ConditionTransformer<VeleroWorkspaceFilter>;
}

/** Asks Backstage's permission framework, each time anew: these rights open the gate. */
export class Rights {
  constructor(private readonly options: RightsOptions) {}

  /**
   * On which workspaces somebody has a permission.
   *
   * @throws NotAllowedError (403) when on none, now or later
   */
  async require(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<Sight> {
    const sight = await this.sightOf(credentials, permission);
    if (sight.denied) {
      throw errorSaying(
        NotAllowedError,
        says('gate.permissionMissing', { permission: permission.name }),
      );
    }
    return sight;
  }

  async sightOf(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<Sight> {
    const { permissions, toFilter, directory } = this.options;
    const [decision] = await permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return SEES_ALL;
      case AuthorizeResult.CONDITIONAL:
        return new ConditionalSight(toFilter(decision.conditions), directory);
      default:
        return SEES_NOTHING;
    }
  }
}

/**
 * Whether a right covers everything that is touched. What belongs to no
 * workspace only an unconditional right covers.
 */
export function covers(
  sight: Sight,
  {
    workspaces,
    beyondWorkspaces = false,
  }: Pick<RestoreRisks, 'workspaces' | 'beyondWorkspaces'>,
): boolean {
  return (
    sight.all ||
    (!beyondWorkspaces &&
      workspaces.length > 0 &&
      workspaces.every(id => sight.sees(id)))
  );
}

/** Whether a right reaches at least a part of what is touched. */
export function reaches(sight: Sight, workspaces: readonly string[]): boolean {
  return sight.all || workspaces.some(id => sight.sees(id));
}

/** How far a right reaches, in a word. */
export function reachOf(sight: Sight): RightReach {
  if (sight.denied) return 'none';
  return sight.all ? 'all' : 'some';
}
