import {
  RESOURCE_TYPE_VELERO_WORKSPACE,
  veleroPermissions,
} from '@appgear/backstage-plugin-velero-common';
import { catalogUser } from '@appgear/velero-sandbox';
import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createVeleroWorkspaceConditionalDecision,
  veleroWorkspaceConditions,
} from '../../permissions';

interface Person {
  groups: string[];
  /** Permissions on everything. */
  may: string[];
  /** Permissions on workspaces that one of the groups owns. */
  mayOnOwn?: string[];
}

const READ = ['velero.restore.read'];

/** The demo people, with the rights that a portal's policy would give them. */
export const PEOPLE: Record<string, Person> = {
  'otto.operator': {
    groups: ['appgear-dr-operators'],
    may: [...READ, 'velero.restore.request'],
  },
  'ana.approver': {
    groups: ['appgear-dr-approvers'],
    may: [...READ, 'velero.restore.approve'],
  },
  'bruno.approver': {
    groups: ['appgear-dr-approvers', 'team-payments'],
    may: [...READ, 'velero.restore.approve'],
  },
  'dora.dev': {
    groups: ['team-checkout'],
    may: [],
    mayOnOwn: [
      ...READ,
      'velero.backup.read',
      'velero.restore.request',
      'velero.restore.approve',
      'velero.audit.read',
    ],
  },
  'petra.platform': {
    groups: ['appgear-platform-admins'],
    may: [
      ...READ,
      'velero.backup.read',
      'velero.restore.request',
      'velero.restore.approve',
      'velero.restore.cancel',
      'velero.restore.breakGlass',
    ],
  },
  'augusto.audit': {
    groups: ['appgear-auditors'],
    may: [...READ, 'velero.audit.read'],
  },
  nobody: { groups: [], may: [] },
};

export const userEntities = Object.entries(PEOPLE).map(
  ([username, { groups }]) => catalogUser({ username, groups }),
);

function decide(permissionName: string, ref: string): PolicyDecision {
  const person = PEOPLE[ref.replace('user:default/', '')];
  if (person?.may.includes(permissionName)) {
    return { result: AuthorizeResult.ALLOW };
  }
  const permission = veleroPermissions.find(
    ({ name }) => name === permissionName,
  );
  if (
    person?.mayOnOwn?.includes(permissionName) &&
    isResourcePermission(permission!, RESOURCE_TYPE_VELERO_WORKSPACE)
  ) {
    return createVeleroWorkspaceConditionalDecision(
      permission,
      veleroWorkspaceConditions.isWorkspaceOwner({
        claims: person.groups.map(group => `group:default/${group}`),
      }),
    );
  }
  return { result: AuthorizeResult.DENY };
}

/** Decides by who asks, as a portal's policy would. */
export const permissions = {
  authorizeConditional: async (requests, options) => {
    const { principal } = options!.credentials as {
      principal: { userEntityRef?: string };
    };
    return requests.map(({ permission }) =>
      decide(permission.name, principal.userEntityRef ?? ''),
    );
  },
} as PermissionsService;
