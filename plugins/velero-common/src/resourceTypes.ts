/**
 * Permissions on what belongs to a workspace are decided per workspace, by
 * rules such as `IS_WORKSPACE_OWNER`.
 *
 * @public
 */
export const RESOURCE_TYPE_VELERO_WORKSPACE = 'velero-workspace';
