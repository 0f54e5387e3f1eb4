import { useEntity } from '@backstage/plugin-catalog-react';
import { ANNOTATION_WORKSPACE_ID } from '@appgear/backstage-plugin-velero-common';

/** The workspace that the entity on the page stands for. */
export function useWorkspaceId(): string {
  const { entity } = useEntity();
  return entity.metadata.annotations?.[ANNOTATION_WORKSPACE_ID] ?? '';
}
