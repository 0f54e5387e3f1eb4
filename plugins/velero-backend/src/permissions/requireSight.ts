import { NotAllowedError } from '@backstage/errors';
import { Permission } from '@backstage/plugin-permission-common';
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
    throw new NotAllowedError(`The permission ${permission.name} is needed`);
  }
}
