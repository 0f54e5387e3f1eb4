/**
 * Annotations that tie catalog entities to workspaces. Both are read by the
 * backend's entity provider and by the entity tab.
 */

/**
 * On an entity: the workspace it stands for. The provider writes it on the
 * `Resource` entities it makes; an existing entity that carries it claims the
 * workspace, and no second entity is made.
 *
 * @public
 */
export const ANNOTATION_WORKSPACE_ID = 'velero.appgear.io/workspace-id';

/**
 * On a namespace (the default of `velero.workspaces.annotations.owner`): the
 * entity reference of the group that owns the workspace.
 *
 * @public
 */
export const ANNOTATION_OWNER = 'appgear.io/owner';

/** The `spec.type` of the entities that stand for workspaces. @public */
export const WORKSPACE_ENTITY_TYPE = 'workspace';
