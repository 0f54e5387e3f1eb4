import {
  ANNOTATION_WORKSPACE_ID,
  WORKSPACE_ENTITY_TYPE,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import { WORKSPACE_ENTITY_LOCATION } from '@appgear/backstage-plugin-velero-node';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ResourceEntity,
} from '@backstage/catalog-model';
import { ProviderConfig } from './config';

/** The entity that stands for a workspace. */
export function toEntity(
  workspace: WorkspaceSummary,
  name: string,
  config: ProviderConfig,
): ResourceEntity {
  const { id, tenant, clusters, namespaceCount } = workspace;
  const pages = `${config.appBaseUrl}/dr`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: config.namespace,
      title: id === name ? undefined : id,
      description: `Workspace ${id}${
        tenant ? ` of tenant ${tenant}` : ''
      }: ${count(namespaceCount, 'namespace')} on ${clusters.join(', ')}`,
      annotations: {
        [ANNOTATION_LOCATION]: WORKSPACE_ENTITY_LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: WORKSPACE_ENTITY_LOCATION,
        [ANNOTATION_WORKSPACE_ID]: id,
      },
      links: [
        {
          title: 'Disaster recovery',
          url: `${pages}/workspaces/${encodeURIComponent(id)}`,
        },
        ...clusters.map(cluster => ({
          title: `Backups on ${cluster}`,
          url: `${pages}/backups?${new URLSearchParams({
            cluster,
            workspace: id,
          })}`,
        })),
      ],
    },
    spec: {
      type: WORKSPACE_ENTITY_TYPE,
      owner: workspace.owner ?? config.defaultOwner,
      ...(config.system && { system: config.system }),
    },
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
