import { says } from '@appgear/backstage-plugin-velero-common';
import { NotAllowedError } from '@backstage/errors';
import { Permission } from '@backstage/plugin-permission-common';
import { errorSaying } from '../problems';
import { Sight } from './Sight';

/** @throws NotAllowedError (403) when the permission was refused */
export function requireSight(sight: Sight, permission: Permission): void {
  requirePermission(!sight.denied, permission);
}

/** @throws NotAllowedError (403) when the permission was refused */
export function requirePermission(
  allowed: boolean,
  permission: Permission,
): void {
  if (!allowed) {
    throw errorSaying(
      NotAllowedError,
      says('gate.permissionMissing', { permission: permission.name }),
    );
  }
}
