import { CREDENTIALS } from './cluster';
import { FINOPS_LABELS } from './finops';
import { Provider } from './releases';

const CREDENTIALS_VARIABLE: Record<Provider, string> = {
  aws: 'AWS_SHARED_CREDENTIALS_FILE',
  azure: 'AZURE_CREDENTIALS_FILE',
  gcp: 'GOOGLE_APPLICATION_CREDENTIALS',
};

export const CREDENTIALS_VOLUME = {
  name: 'cloud-credentials',
  secret: { secretName: CREDENTIALS, defaultMode: 0o444 },
};
export const CREDENTIALS_MOUNT = {
  name: 'cloud-credentials',
  mountPath: '/credentials',
  readOnly: true,
};
export const SCRATCH_VOLUME = { name: 'scratch', emptyDir: {} };
export const SCRATCH_MOUNT = { name: 'scratch', mountPath: '/scratch' };
export const METRICS_PORT = { name: 'metrics', containerPort: 8085 };

/** What the server and the node agent both are told (velero: pkg/install). */
export const environment = (provider: Provider) => [
  {
    name: 'VELERO_NAMESPACE',
    valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } },
  },
  { name: 'VELERO_SCRATCH_DIR', value: '/scratch' },
  { name: CREDENTIALS_VARIABLE[provider], value: '/credentials/cloud' },
];

/** The metadata of Pods: who pays, where their metrics are, and that no mesh joins them. */
export const podMetadata = (labels: Record<string, string>) => ({
  labels: {
    ...FINOPS_LABELS,
    ...labels,
    'sidecar.istio.io/inject': 'false',
  },
  annotations: {
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': '8085',
    'prometheus.io/path': '/metrics',
  },
});
