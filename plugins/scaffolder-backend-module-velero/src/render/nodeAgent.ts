import { ACCOUNT, NAMESPACE } from './cluster';
import { withFinops } from './finops';
import { DrModule } from './input';
import { Manifest } from './manifest';
import * as pods from './pods';
import { Release } from './releases';
import { MAINTENANCE_CONFIG } from './server';

/** As `velero install` has it, see server.ts. */
const SELECTOR = { name: 'node-agent' };
const CONFIG = 'node-agent-config';

/** What a Pod that moves data or maintains a repository may use. */
const POD_RESOURCES = {
  cpuRequest: '100m',
  memoryRequest: '256Mi',
  cpuLimit: '1',
  memoryLimit: '2Gi',
};

/** The limits of the Pods that Velero starts by itself, where its version reads them. */
export const podLimits = ({
  nodeAgentConfig,
  maintenanceLimits,
}: Release): Manifest[] => [
  ...(nodeAgentConfig
    ? [
        configMap(CONFIG, 'node-agent-config.json', {
          podResources: POD_RESOURCES,
        }),
      ]
    : []),
  ...(maintenanceLimits === 'configMap'
    ? [configMap(MAINTENANCE_CONFIG, 'global', { podResources: POD_RESOURCES })]
    : []),
];

function configMap(name: string, key: string, value: object) {
  return withFinops({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: NAMESPACE },
    data: { [key]: JSON.stringify(value) },
  });
}

/**
 * One per node: it carries the data of volumes into the bucket. Without it,
 * data movement and file system backups wait until they time out. The shape is
 * that of `velero install` (pkg/install/daemonset.go).
 */
export const nodeAgent = (
  { provider, volumeData }: DrModule,
  release: Release,
): Manifest =>
  withFinops({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'node-agent', namespace: NAMESPACE },
    spec: {
      selector: { matchLabels: SELECTOR },
      template: {
        // Velero finds the agents' Pods by their name and role.
        metadata: pods.podMetadata({
          ...SELECTOR,
          'app.kubernetes.io/name': 'node-agent',
          role: 'node-agent',
        }),
        spec: {
          serviceAccountName: ACCOUNT,
          // The volumes of all Pods belong to all kinds of users.
          securityContext: { runAsUser: 0 },
          containers: [
            {
              name: 'node-agent',
              image: `velero/velero:${release.velero}`,
              imagePullPolicy: 'IfNotPresent',
              command: ['/velero'],
              args: [
                'node-agent',
                'server',
                ...(volumeData === 'csiDataMovement'
                  ? ['--features=EnableCSI']
                  : []),
                ...(release.nodeAgentConfig
                  ? [`--node-agent-configmap=${CONFIG}`]
                  : []),
              ],
              ports: [pods.METRICS_PORT],
              env: [
                {
                  name: 'NODE_NAME',
                  valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } },
                },
                ...pods.environment(provider),
              ],
              volumeMounts: [
                hostMount('host-pods', '/host_pods'),
                hostMount('host-plugins', '/var/lib/kubelet/plugins'),
                pods.SCRATCH_MOUNT,
                pods.CREDENTIALS_MOUNT,
              ],
              resources: {
                requests: { cpu: '100m', memory: '256Mi' },
                limits: { cpu: '1', memory: '2Gi' },
              },
            },
          ],
          volumes: [
            { name: 'host-pods', hostPath: { path: '/var/lib/kubelet/pods' } },
            {
              name: 'host-plugins',
              hostPath: { path: '/var/lib/kubelet/plugins' },
            },
            pods.SCRATCH_VOLUME,
            pods.CREDENTIALS_VOLUME,
          ],
        },
      },
    },
  });

function hostMount(name: string, mountPath: string) {
  return {
    name,
    mountPath,
    mountPropagation: 'HostToContainer',
  };
}
