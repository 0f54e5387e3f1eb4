import { NewKubeObject } from '../../kubernetes';
import { ScenarioCluster } from '../schema';
import { nodeName } from './cluster';
import { TENANT_LABEL, WORKSPACE_LABEL } from './labels';

const NAMESPACE = 'velero';
const LABELS = {
  'app.kubernetes.io/name': 'velero',
  'app.kubernetes.io/part-of': 'appgear',
  [WORKSPACE_LABEL]: 'global',
  [TENANT_LABEL]: 'global',
};

/** Velero's own workloads, as module 15 installs them, and its node agents. */
export function veleroInstallation({
  name: cluster,
  nodes,
  velero,
}: ScenarioCluster): NewKubeObject[] {
  if (!velero) {
    return [];
  }
  const image = `velero/velero:${velero.version}`;
  const agentLabels = { ...LABELS, role: 'node-agent' };
  const nodesWithAgent = Array.from({ length: nodes }, (_, index) =>
    nodeName(cluster, index),
  ).filter(node => !velero.nodesWithoutAgent.includes(node));
  return [
    object('v1', 'ServiceAccount', 'velero'),
    {
      ...object('apps/v1', 'Deployment', 'velero'),
      spec: {
        replicas: 1,
        selector: { matchLabels: { 'app.kubernetes.io/name': 'velero' } },
        template: {
          metadata: { labels: LABELS },
          spec: {
            serviceAccountName: 'velero',
            containers: [
              {
                name: 'velero',
                image,
                command: ['/velero'],
                args: [
                  'server',
                  ...(velero.enableCsi ? ['--features=EnableCSI'] : []),
                  `--concurrent-backups=${velero.concurrentBackups}`,
                ],
              },
            ],
          },
        },
      },
      status: { replicas: 1, readyReplicas: 1 },
    },
    {
      ...object('apps/v1', 'DaemonSet', 'node-agent'),
      spec: {
        selector: { matchLabels: { role: 'node-agent' } },
        template: {
          metadata: { labels: agentLabels },
          spec: { containers: [{ name: 'node-agent', image }] },
        },
      },
    },
    ...nodesWithAgent.map(node => ({
      ...object('v1', 'Pod', `node-agent-${node.slice(-6)}`, agentLabels),
      spec: {
        nodeName: node,
        containers: [{ name: 'node-agent', image }],
      },
      status: { phase: 'Running' },
    })),
  ];
}

function object(
  apiVersion: string,
  kind: string,
  name: string,
  labels: Record<string, string> = LABELS,
): NewKubeObject {
  return {
    apiVersion,
    kind,
    metadata: { namespace: NAMESPACE, name, labels },
  };
}
