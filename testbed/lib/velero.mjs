// A Velero per cluster, run on the host as Velero's own developers do it.
// c1 and c2 write under prefixes of their own; c2 also reads c1's, so that c1's backups appear there.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { binary, dependencyDir } from './build.mjs';
import { answers } from './http.mjs';
import { clusterOf } from './kubernetes.mjs';
import { crdDir, pluginDir } from './paths.mjs';
import { clusterNames, host } from './ports.mjs';
import { ensure, logFile } from './processes.mjs';
import { bucket, endpoint as s3Endpoint, region } from './s3.mjs';
import { waitFor } from './until.mjs';

const namespace = 'velero';
const snapshotter = 'github.com/kubernetes-csi/external-snapshotter/client/v8';

export const velero = {
  needs: ['kubernetes', 's3'],
  builds: ['velero-plugin-for-aws', 'velero'],
  steps: bed => [
    ['snapshot CRDs', fetchSnapshotCrds],
    ...clusterNames.flatMap(name => {
      const cluster = clusterOf(bed, name);
      return [
        [`${name} velero objects`, () => install(bed, cluster)],
        [`${name}-velero`, () => start(cluster)],
        [`${name} storage locations`, () => waitForStorage(bed, cluster)],
      ];
    }),
  ],
  describe: () => ({}),
};

/** VolumeSnapshots are in nobody's binary: their CRDs come with a module that Velero uses. */
function fetchSnapshotCrds() {
  if (existsSync(crdDir)) return 'kept';
  const source = join(dependencyDir('velero', snapshotter), 'config', 'crd');
  const wanted = path =>
    path === source || basename(path).startsWith('snapshot.storage.k8s.io_');
  cpSync(source, crdDir, { recursive: true, filter: wanted });
  return 'copied';
}

async function install({ ports, secrets }, cluster) {
  const api = cluster.api();
  const list = execFileSync(
    binary('velero'),
    ['install', '--crds-only', '--dry-run', '--output=json'],
    { encoding: 'utf8', env: environment(cluster) },
  );
  for (const { status, ...crd } of JSON.parse(list).items) await api.apply(crd);
  for (const file of readdirSync(crdDir)) {
    await api.applyYaml(readFileSync(join(crdDir, file), 'utf8'));
  }
  await waitFor('Velero\'s kinds are served', () => isServed(api), {
    seconds: 60,
    logFile: logFile(`${cluster.name}-apiserver`),
  });

  await api.apply(namespaceObject);
  await api.apply(clusterAdmin);
  await api.apply(credentials(secrets.s3));
  for (const location of locations(cluster.name, ports)) {
    await api.apply(location);
  }
}

/** The kinds that Velero asks for when it starts. */
async function isServed(api) {
  const [v1, v2alpha1] = await Promise.all([
    api.find('/apis/velero.io/v1'),
    api.find('/apis/velero.io/v2alpha1'),
  ]);
  const kinds = list =>
    list?.resources.filter(({ name }) => !name.includes('/')).length;
  return kinds(v1) === 11 && kinds(v2alpha1) === 2;
}

function start(cluster) {
  const { name, folder, ports } = cluster;
  const metrics = `${host}:${ports.veleroMetrics}`;
  const env = environment(cluster);
  // A killed Velero leaves its plugins' sockets and credentials here.
  mkdirSync(env.TMPDIR, { recursive: true, mode: 0o700 });
  return ensure({
    name: `${name}-velero`,
    // Plugins are started as `this very path` run-plugins …: absolute, with server as first argument.
    command: binary('velero'),
    args: [
      'server',
      `--namespace=${namespace}`,
      `--kubeconfig=${env.KUBECONFIG}`,
      `--plugin-dir=${pluginDir}`,
      `--metrics-address=${metrics}`,
      '--profiler-address=',
      // Quick, so that tests see within seconds what takes minutes by default.
      '--store-validation-frequency=5s',
      '--backup-sync-period=5s',
      '--item-operation-sync-frequency=2s',
      '--garbage-collection-frequency=30s',
      '--default-backup-ttl=1h',
    ],
    cwd: folder,
    env,
    inputs: [
      `${binary('velero')}.json`,
      `${binary('velero-plugin-for-aws')}.json`,
      env.KUBECONFIG,
    ],
    ports: [ports.veleroMetrics],
    ready: () => answers(`http://${metrics}/metrics`),
    hint: `Its API server may be down, or its CRDs missing: run up again.`,
  });
}

/** Two Veleros of one host must not share a temporary folder: credentials lie there under one name. */
function environment({ folder, kubeconfig }) {
  return {
    PATH: process.env.PATH,
    HOME: folder,
    TMPDIR: join(folder, 'tmp'),
    KUBECONFIG: kubeconfig('velero'),
  };
}

export function removeTemporaryFiles(bed) {
  for (const name of clusterNames) {
    const { TMPDIR } = environment(clusterOf(bed, name));
    rmSync(TMPDIR, { recursive: true, force: true });
  }
}

async function waitForStorage({ ports }, cluster) {
  const api = cluster.api();
  const base = `/apis/velero.io/v1/namespaces/${namespace}/backupstoragelocations`;
  for (const { metadata } of locations(cluster.name, ports)) {
    await waitFor(
      `${cluster.name}: storage location ${metadata.name} is Available`,
      async () => {
        const { status } = await api.get(`${base}/${metadata.name}`);
        return status?.phase === 'Available' && status.lastValidationTime;
      },
      {
        seconds: 60,
        logFile: logFile(`${cluster.name}-velero`),
        hint: `Velero must reach ${s3Endpoint(ports)}; look at logs s3, too.`,
      },
    );
  }
}

const namespaceObject = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: namespace, labels: { component: 'velero' } },
};

const clusterAdmin = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  metadata: { name: 'velero', labels: { component: 'velero' } },
  roleRef: {
    apiGroup: 'rbac.authorization.k8s.io',
    kind: 'ClusterRole',
    name: 'cluster-admin',
  },
  subjects: [
    { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'velero' },
  ],
};

function credentials({ accessKey, secretKey }) {
  const profile = `[default]
aws_access_key_id=${accessKey}
aws_secret_access_key=${secretKey}
`;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'cloud-credentials', namespace },
    type: 'Opaque',
    data: { cloud: Buffer.from(profile).toString('base64') },
  };
}

function locations(name, ports) {
  const own = location(ports, 'default', name, {
    default: true,
    accessMode: 'ReadWrite',
  });
  const shared = location(ports, 'shared', 'c1', { accessMode: 'ReadOnly' });
  return name === 'c1' ? [own] : [own, shared];
}

function location(ports, name, prefix, spec) {
  return {
    apiVersion: 'velero.io/v1',
    kind: 'BackupStorageLocation',
    metadata: { name, namespace },
    spec: {
      provider: 'aws',
      objectStorage: { bucket, prefix },
      credential: { name: 'cloud-credentials', key: 'cloud' },
      config: {
        region,
        s3ForcePathStyle: 'true',
        s3Url: s3Endpoint(ports),
        checksumAlgorithm: '',
      },
      ...spec,
    },
  };
}
