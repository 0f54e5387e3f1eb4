import { veleroWorkspaceResourceRef } from '@appgear/backstage-plugin-velero-node';
import { createConditionExports } from '@backstage/plugin-permission-node';
import { workspaceRules } from './rules';

const exports = createConditionExports({
  resourceRef: veleroWorkspaceResourceRef,
  rules: workspaceRules,
});

/**
 * For permission policies: `isWorkspaceOwner({ claims })`, where claims are a
 * user's `ownershipEntityRefs`, and `hasTenant({ tenants })`.
 *
 * @public
 */
export const veleroWorkspaceConditions = exports.conditions;

/**
 * For permission policies: the decision that allows a permission on the
 * workspaces that fit the conditions.
 *
 * @public
 */
export const createVeleroWorkspaceConditionalDecision =
  exports.createConditionalDecision;
