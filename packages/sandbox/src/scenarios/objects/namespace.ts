import { NewKubeObject } from '../../kubernetes';
import { ScenarioWorkspace } from '../schema';
import {
  BACKUP_LABEL,
  OWNER_ANNOTATION,
  TENANT_LABEL,
  WORKSPACE_LABEL,
} from './labels';

/** A namespace with what every cluster puts into one by itself. */
export function namespaceObjects(
  name: string,
  labels: Record<string, string> = {},
  annotations: Record<string, string> = {},
): NewKubeObject[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels, annotations },
    },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { namespace: name, name: 'default' },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        namespace: name,
        name: 'kube-root-ca.crt',
        annotations: {
          'kubernetes.io/description':
            'Contains a CA bundle that can be used to verify the kube-apiserver.',
        },
      },
      data: { 'ca.crt': '-----BEGIN CERTIFICATE-----\n…\n' },
    },
  ];
}

/** The namespace of a workspace, labelled as module 13 does. */
export function workspaceNamespace(
  workspace: ScenarioWorkspace,
): NewKubeObject[] {
  const { id, tenant, owner, backupEnabled } = workspace;
  return namespaceObjects(
    id,
    {
      [WORKSPACE_LABEL]: id,
      ...(tenant ? { [TENANT_LABEL]: tenant } : {}),
      ...(backupEnabled ? { [BACKUP_LABEL]: 'true' } : {}),
      ...workspace.labels,
    },
    {
      ...(owner ? { [OWNER_ANNOTATION]: owner } : {}),
      ...workspace.annotations,
    },
  );
}

const BULK_KINDS = ['flow', 'form', 'report', 'connector', 'template'];

/** Many small ConfigMaps, as a low-code platform keeps what its users make. */
export function bulkObjects(namespace: string, count: number): NewKubeObject[] {
  return Array.from({ length: count }, (_, index) => {
    const kind = BULK_KINDS[index % BULK_KINDS.length];
    const number = String(index).padStart(5, '0');
    return {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        namespace,
        name: `${kind}-${number}`,
        labels: { 'app.kubernetes.io/component': kind },
      },
      data: { definition: JSON.stringify({ kind, version: index % 7 }) },
    };
  });
}
