// A Velero per cluster, run on the host as Velero's own developers do it.
// c1 and c2 write under prefixes of their own; c2 also reads c1's, so that c1's backups appear there.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { binary, dependencyDir, version } from './build.mjs';
import { write } from './files.mjs';
import { answers } from './http.mjs';
import { clusterOf } from './kubernetes.mjs';
import { crdDir, pluginDir, repoDir, runDir } from './paths.mjs';
import { clusterNames, host } from './ports.mjs';
import { ensure, find, logFile } from './processes.mjs';
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
        [`${name} rights of the plugin`, () => grantPlugin(cluster)],
        [`${name}-velero`, () => start(cluster)],
        [`${name} storage locations`, () => waitForStorage(bed, cluster)],
      ];
    }),
  ],
  describe: () => ({}),
};

/** VolumeSnapshots are in nobody's binary: their CRDs come with a module that Velero uses. */
const snapshotCrds = () => join(crdDir, version('velero', snapshotter));

function fetchSnapshotCrds() {
  const target = snapshotCrds();
  if (existsSync(target)) return 'kept';
  const source = join(dependencyDir('velero', snapshotter), 'config', 'crd');
  const files = readdirSync(source).filter(file =>
    file.startsWith('snapshot.storage.k8s.io_'),
  );
  mkdirSync(target, { recursive: true });
  for (const file of files)
    copyFileSync(join(source, file), join(target, file));
  return 'copied';
}

/** What `velero install` would install, its Deployment included: Velero looks its own up when it restores pods. */
async function install(bed, cluster) {
  const api = cluster.api();
  const { items } = JSON.parse(installCommand(bed, cluster));
  const [crds, objects] = [isCrd, item => !isCrd(item)].map(kind =>
    items.filter(kind),
  );
  for (const crd of crds) await api.apply(withoutStatus(crd));
  for (const file of readdirSync(snapshotCrds())) {
    await api.applyYaml(readFileSync(join(snapshotCrds(), file), 'utf8'));
  }
  await waitFor("Velero's kinds are served", () => isServed(api), {
    seconds: 120,
    logFile: logFile(`${cluster.name}-apiserver`),
  });
  for (const object of objects) await api.apply(withoutStatus(object));
  if (cluster.name === 'c2') await api.apply(sharedLocation(bed));
}

/** What the repository ships for the plugin's identity, and nothing more. */
async function grantPlugin(cluster) {
  for (const file of ['rbac.yaml', 'rbac-restore.yaml']) {
    const rbac = readFileSync(join(repoDir, 'deploy', file), 'utf8');
    await cluster.api().applyYaml(rbac);
  }
}

function installCommand({ ports, secrets }, cluster) {
  write(credentialsFile(cluster), profile(secrets.s3));
  const config = Object.entries(locationConfig(ports)).map(
    ([key, value]) => `${key}=${value}`,
  );
  return execFileSync(
    binary('velero'),
    [
      'install',
      '--dry-run',
      '--output=json',
      `--namespace=${namespace}`,
      '--provider=aws',
      `--plugins=velero/velero-plugin-for-aws:${version(
        'velero-plugin-for-aws',
      )}`,
      `--bucket=${bucket}`,
      `--prefix=${cluster.name}`,
      `--backup-location-config=${config.join(',')}`,
      `--secret-file=${credentialsFile(cluster)}`,
      '--use-volume-snapshots=false',
    ],
    { encoding: 'utf8', env: environment(cluster) },
  );
}

const isCrd = ({ kind }) => kind === 'CustomResourceDefinition';
const withoutStatus = ({ status, ...object }) => object;

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
      '--terminating-resource-timeout=1m',
      '--default-backup-ttl=1h',
    ],
    cwd: folder,
    env,
    inputs: [
      `${binary('velero')}.json`,
      `${binary('velero-plugin-for-aws')}.json`,
      env.KUBECONFIG,
      env.AWS_SHARED_CREDENTIALS_FILE,
    ],
    ports: [ports.veleroMetrics],
    ready: () => answers(`http://${metrics}/metrics`),
    hint: `Its API server may be down, or its CRDs missing: run up again.`,
  });
}

// In a cluster the Deployment mounts the Secret here.
const credentialsFile = ({ folder }) => join(folder, 'cloud-credentials');

/** Two Veleros of one host must not share a temporary folder: credentials lie there under one name. */
const temporaryDir = name => join(runDir, name, 'tmp');

function environment(cluster) {
  const { folder, kubeconfig } = cluster;
  return {
    HOME: folder,
    TMPDIR: temporaryDir(cluster.name),
    KUBECONFIG: kubeconfig('velero'),
    AWS_SHARED_CREDENTIALS_FILE: credentialsFile(cluster),
    AWS_EC2_METADATA_DISABLED: 'true', // nothing leaves loopback
  };
}

/** A killed Velero leaves its plugins' sockets behind. */
export function removeTemporaryFiles() {
  for (const name of clusterNames) {
    rmSync(temporaryDir(name), { recursive: true, force: true });
  }
}

async function waitForStorage({ ports }, cluster) {
  const api = cluster.api();
  const path = `/apis/velero.io/v1/namespaces/${namespace}/backupstoragelocations`;
  // What an earlier Velero found out does not count. (Velero's times have no fractions of seconds.)
  const { startedAt } = find(`${cluster.name}-velero`);
  const isChecked = ({ phase, lastValidationTime } = {}) =>
    phase === 'Available' &&
    Date.parse(lastValidationTime) > Date.parse(startedAt) - 1000;
  const allAvailable = async () => {
    const { items } = await api.get(path);
    return items.every(({ status }) => isChecked(status));
  };
  await waitFor(`${cluster.name}: storage is Available`, allAvailable, {
    seconds: 120,
    logFile: logFile(`${cluster.name}-velero`),
    hint: `Velero must reach ${s3Endpoint(ports)}; look at logs s3, too.`,
  });
}

const profile = ({ accessKey, secretKey }) => `[default]
aws_access_key_id=${accessKey}
aws_secret_access_key=${secretKey}
`;

const locationConfig = ports => ({
  region,
  s3ForcePathStyle: 'true',
  s3Url: s3Endpoint(ports),
  checksumAlgorithm: '',
});

const sharedLocation = ({ ports }) => ({
  apiVersion: 'velero.io/v1',
  kind: 'BackupStorageLocation',
  metadata: { name: 'shared', namespace },
  spec: {
    provider: 'aws',
    accessMode: 'ReadOnly',
    objectStorage: { bucket, prefix: 'c1' },
    config: locationConfig(ports),
  },
});
