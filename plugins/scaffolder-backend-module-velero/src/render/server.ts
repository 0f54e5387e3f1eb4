import { ACCOUNT, NAMESPACE } from './cluster';
import { withFinops } from './finops';
import { DrModule } from './input';
import { Manifest } from './manifest';
import * as pods from './pods';
import { Provider, Release } from './releases';

/** As `velero install` has it: a selector cannot be changed, and such a Velero is taken over as it runs. */
const SELECTOR = { deploy: 'velero' };
export const MAINTENANCE_CONFIG = 'repo-maintenance-job-config';

const PLUGIN_IMAGES: Record<Provider, string> = {
  aws: 'velero/velero-plugin-for-aws',
  azure: 'velero/velero-plugin-for-microsoft-azure',
  gcp: 'velero/velero-plugin-for-gcp',
};

/** Velero's server; the shape is that of `velero install` (pkg/install/deployment.go). */
export const server = (
  { provider, volumeData }: DrModule,
  release: Release,
): Manifest =>
  withFinops({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'velero', namespace: NAMESPACE },
    spec: {
      replicas: 1,
      // Two servers would run every schedule twice.
      strategy: { type: 'Recreate' },
      selector: { matchLabels: SELECTOR },
      template: {
        metadata: pods.podMetadata({
          ...SELECTOR,
          'app.kubernetes.io/name': 'velero',
          component: 'velero',
        }),
        spec: {
          serviceAccountName: ACCOUNT,
          initContainers: pluginImages(provider, release).map(installer),
          containers: [
            {
              name: 'velero',
              image: `velero/velero:${release.velero}`,
              imagePullPolicy: 'IfNotPresent',
              command: ['/velero'],
              args: serverArguments(volumeData, release),
              ports: [pods.METRICS_PORT],
              env: [
                ...pods.environment(provider),
                { name: 'LD_LIBRARY_PATH', value: '/plugins' },
              ],
              volumeMounts: [
                { name: 'plugins', mountPath: '/plugins' },
                pods.SCRATCH_MOUNT,
                pods.CREDENTIALS_MOUNT,
              ],
              securityContext: {
                allowPrivilegeEscalation: false,
                capabilities: { drop: ['ALL'] },
              },
              resources: {
                requests: { cpu: '500m', memory: '512Mi' },
                limits: { cpu: '1', memory: '1Gi' },
              },
            },
          ],
          volumes: [
            { name: 'plugins', emptyDir: {} },
            pods.SCRATCH_VOLUME,
            pods.CREDENTIALS_VOLUME,
          ],
        },
      },
    },
  });

function pluginImages(provider: Provider, { plugins, csiPlugin }: Release) {
  return [
    `${PLUGIN_IMAGES[provider]}:${plugins[provider]}`,
    ...(csiPlugin ? [`velero/velero-plugin-for-csi:${csiPlugin}`] : []),
  ];
}

/** A plugin's image copies itself to /target and ends: an init container, not a sidecar (velero#6691). */
function installer(image: string) {
  return {
    name: image.replace(/^.*\/(.*):.*$/, '$1'),
    image,
    imagePullPolicy: 'IfNotPresent',
    volumeMounts: [{ name: 'plugins', mountPath: '/target' }],
    resources: {
      requests: { cpu: '100m', memory: '128Mi' },
      limits: { cpu: '300m', memory: '256Mi' },
    },
  };
}

function serverArguments(
  volumeData: DrModule['volumeData'],
  { maintenanceLimits }: Release,
): string[] {
  return [
    'server',
    ...(volumeData === 'csiDataMovement' ? ['--features=EnableCSI'] : []),
    '--uploader-type=kopia',
    ...(maintenanceLimits === 'flags'
      ? [
          '--maintenance-job-cpu-request=100m',
          '--maintenance-job-mem-request=256Mi',
          '--maintenance-job-cpu-limit=1',
          '--maintenance-job-mem-limit=2Gi',
        ]
      : []),
    ...(maintenanceLimits === 'configMap'
      ? [`--repo-maintenance-job-configmap=${MAINTENANCE_CONFIG}`]
      : []),
  ];
}
