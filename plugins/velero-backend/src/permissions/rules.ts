import { veleroWorkspaceResourceRef } from '@appgear/backstage-plugin-velero-node';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';

const ownerParams = z.object({
  claims: z
    .array(z.string())
    .describe("Entity references, as a user's ownershipEntityRefs"),
});

const tenantParams = z.object({
  tenants: z.array(z.string()).describe('Values of the tenant label'),
});

/** Entity references are compared without regard to case, as the catalog does. */
function ownsAny(owner: string | undefined, claims: string[]): boolean {
  return (
    owner !== undefined &&
    claims.some(
      claim =>
        claim.toLocaleLowerCase('en-US') === owner.toLocaleLowerCase('en-US'),
    )
  );
}

const isWorkspaceOwner = createPermissionRule<
  typeof veleroWorkspaceResourceRef,
  z.infer<typeof ownerParams>
>({
  name: 'IS_WORKSPACE_OWNER',
  description: 'Allow workspaces that one of the given entities owns',
  resourceRef: veleroWorkspaceResourceRef,
  paramsSchema: ownerParams,
  apply: ({ owner }, { claims }) => ownsAny(owner, claims),
  toQuery:
    ({ claims }) =>
    ({ owner }) =>
      ownsAny(owner, claims),
});

const hasTenant = createPermissionRule<
  typeof veleroWorkspaceResourceRef,
  z.infer<typeof tenantParams>
>({
  name: 'HAS_TENANT',
  description: 'Allow workspaces of the given tenants',
  resourceRef: veleroWorkspaceResourceRef,
  paramsSchema: tenantParams,
  apply: ({ tenant }, { tenants }) =>
    tenant !== undefined && tenants.includes(tenant),
  toQuery:
    ({ tenants }) =>
    ({ tenant }) =>
      tenant !== undefined && tenants.includes(tenant),
});

/** What decisions on workspaces can depend on. */
export const workspaceRules = { isWorkspaceOwner, hasTenant };
