import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { ANNOTATION_WORKSPACE_ID } from '@appgear/backstage-plugin-velero-common';
import en from '../translation/en';

/** Entities that stand for a workspace. */
const filter = {
  [`metadata.annotations.${ANNOTATION_WORKSPACE_ID}`]: { $exists: true },
};

export const entityWorkspaceContent = EntityContentBlueprint.make({
  name: 'workspace',
  params: {
    path: 'disaster-recovery',
    title: en['page.title'],
    group: 'operation',
    filter,
    loader: async () => {
      const { EntityWorkspaceContent } = await import(
        './EntityWorkspaceContent'
      );
      return <EntityWorkspaceContent />;
    },
  },
});

export const entityWorkspaceCard = EntityCardBlueprint.make({
  name: 'workspace',
  params: {
    type: 'info',
    filter,
    loader: async () => {
      const { EntityWorkspaceCard } = await import('./EntityWorkspaceCard');
      return <EntityWorkspaceCard />;
    },
  },
});
