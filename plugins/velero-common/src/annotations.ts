/**
 * Annotations and labels that tie entities and namespaces to workspaces. They
 * are read by the backend, its entity provider and the entity tab.
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

/**
 * On a namespace (the default of `velero.workspaces.labels.drill`): it is the
 * throw-away copy of a drill, whatever the labels say that were restored with
 * it, and no part of a workspace. Any value but `false` says so.
 *
 * @public
 */
export const LABEL_DR_DRILL = 'appgear.io/dr-drill';

/** The `spec.type` of the entities that stand for workspaces. @public */
export const WORKSPACE_ENTITY_TYPE = 'workspace';
