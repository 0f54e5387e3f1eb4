/**
 * The `backstage.io/managed-by-origin-location` of the entities that the
 * catalog module makes, by which they are told from those that people wrote.
 *
 * @public
 */
export const WORKSPACE_ENTITY_LOCATION = 'velero:workspaces';
