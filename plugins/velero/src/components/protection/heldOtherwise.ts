import type { WorkspaceRecoveryPoint } from '@appgear/backstage-plugin-velero-common';

/**
 * How many objects a point holds of namespaces in which nothing lives that it
 * holds. Where somebody deleted everything, they are what a restore is for.
 */
export function heldOtherwise({
  namespaces,
}: Pick<WorkspaceRecoveryPoint, 'namespaces'>): number {
  return namespaces
    .filter(({ grade }) => grade === 'empty')
    .reduce((count, { held }) => count + held, 0);
}
