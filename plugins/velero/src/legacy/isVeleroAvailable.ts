import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_WORKSPACE_ID } from '@appgear/backstage-plugin-velero-common';

/**
 * Whether an entity stands for a workspace: the condition under which its page
 * takes {@link EntityVeleroCard} and {@link EntityVeleroContent}.
 *
 * @public
 */
export function isVeleroAvailable(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.[ANNOTATION_WORKSPACE_ID]);
}
