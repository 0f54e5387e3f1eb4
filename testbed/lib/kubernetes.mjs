// Two clusters: an API server and a controller manager each, real ones. There is no node, so pods never run.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from './api.mjs';
import { binary } from './build.mjs';
import { endpoint as etcdEndpoint, forgetThePast } from './etcd.mjs';
import { write } from './files.mjs';
import { answers } from './http.mjs';
import { runDir, testbedDir } from './paths.mjs';
import { certificates } from './pki.mjs';
import { clusterNames, host } from './ports.mjs';
import { ensure, logFile } from './processes.mjs';
import { waitFor } from './until.mjs';

/** The account of deploy/rbac.yaml; manifests/audit-policy.yaml names it, too. */
const pluginUser = 'system:serviceaccount:velero:backstage-velero';
const auditPolicy = join(testbedDir, 'manifests', 'audit-policy.yaml');

export const kubernetes = {
  needs: ['etcd'],
  builds: ['kube-apiserver', 'kube-controller-manager'],
  steps: bed => [
    ...clusterNames.flatMap(name => {
      const cluster = clusterOf(bed, name);
      return [
        [`${name}-apiserver`, () => startApiServer(bed, cluster)],
        [
          `${name}-controller-manager`,
          () => startControllerManager(bed, cluster),
        ],
        [`${name} controllers`, () => waitForControllers(cluster)],
      ];
    }),
    ['old versions', () => forgetThePast(bed.ports)],
  ],
  describe: bed => ({
    clusters: clusterNames.map(name => clusterOf(bed, name).description),
  }),
};

/** Everything about one cluster that its servers and its users need. */
export function clusterOf({ ports, secrets }, name) {
  const folder = join(runDir, name);
  const server = `https://${host}:${ports.clusters[name].apiserver}`;
  const tokens = secrets.clusters[name];
  const caFile = join(folder, 'pki', 'ca.crt');
  const kubeconfig = user => join(folder, `${user}.kubeconfig`);
  return {
    name,
    folder,
    ports: ports.clusters[name],
    tokens,
    kubeconfig,
    api: () => new Api({ server, caFile, token: tokens.admin }),
    description: {
      name,
      server,
      caFile,
      adminKubeconfig: kubeconfig('admin'),
      adminToken: tokens.admin,
      pluginKubeconfig: kubeconfig('plugin'),
      pluginToken: tokens.plugin,
      pluginUser,
      veleroNamespace: 'velero',
      auditLog: join(folder, 'audit.log'),
    },
  };
}

function startApiServer(bed, cluster) {
  const { name, folder, ports, description } = cluster;
  const pki = certificates(join(folder, 'pki'), name);
  const tokenFile = join(folder, 'tokens.csv');
  write(tokenFile, tokenLines(cluster.tokens));
  for (const user of Object.keys(cluster.tokens)) {
    write(cluster.kubeconfig(user), kubeconfigText(cluster, user));
  }
  return ensure({
    name: `${name}-apiserver`,
    command: binary('kube-apiserver'),
    args: [
      `--etcd-servers=${etcdEndpoint(bed.ports)}`,
      `--etcd-prefix=/${name}`,
      `--bind-address=${host}`,
      `--advertise-address=${host}`,
      `--secure-port=${ports.apiserver}`,
      `--tls-cert-file=${pki.server}`,
      `--tls-private-key-file=${pki.serverKey}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${pki.serviceAccount}`,
      `--service-account-signing-key-file=${pki.serviceAccountKey}`,
      '--authorization-mode=RBAC',
      `--token-auth-file=${tokenFile}`,
      '--service-cluster-ip-range=10.0.0.0/24',
      '--endpoint-reconciler-type=none',
      // Pods that a test creates must not wait for their namespace's default account.
      '--disable-admission-plugins=ServiceAccount',
      '--allow-privileged=true',
      `--audit-policy-file=${auditPolicy}`,
      `--audit-log-path=${description.auditLog}`,
      '--audit-log-format=json',
      '--profiling=false',
    ],
    env: { GOGC: '50' },
    inputs: [
      `${binary('kube-apiserver')}.json`,
      auditPolicy,
      tokenFile,
      pki.server,
    ],
    ports: [ports.apiserver],
    ready: () => apiReady(cluster),
    hint: 'If etcd is down, run up again. Damaged data: run reset.',
  });
}

async function apiReady({ api, description }) {
  if (!existsSync(description.caFile)) return false;
  return (await api().get('/readyz')).message === 'ok';
}

function startControllerManager({ ports: { base } }, cluster) {
  const { name, folder, ports } = cluster;
  const pki = certificates(join(folder, 'pki'), name);
  const address = `https://${host}:${ports.controllerManager}`;
  const kubeconfig = cluster.kubeconfig('controllerManager');
  const controllers = [
    'namespace-controller',
    'serviceaccount-controller',
    'serviceaccount-token-controller',
    'root-ca-certificate-publisher-controller',
    'garbage-collector-controller',
    // Claims bind to volumes made by hand, and a namespace with claims can be deleted.
    'persistentvolume-binder-controller',
    'persistentvolume-protection-controller',
    'persistentvolumeclaim-protection-controller',
  ];
  return ensure({
    name: `${name}-controller-manager`,
    command: binary('kube-controller-manager'),
    args: [
      `--kubeconfig=${kubeconfig}`,
      `--authentication-kubeconfig=${kubeconfig}`,
      `--authorization-kubeconfig=${kubeconfig}`,
      '--authentication-skip-lookup=true',
      `--bind-address=${host}`,
      `--secure-port=${ports.controllerManager}`,
      `--tls-cert-file=${pki.server}`,
      `--tls-private-key-file=${pki.serverKey}`,
      `--controllers=${controllers.join(',')}`,
      '--use-service-account-credentials=true',
      `--service-account-private-key-file=${pki.serviceAccountKey}`,
      `--root-ca-file=${pki.ca}`,
      '--leader-elect=false',
      '--profiling=false',
    ],
    env: { GOGC: '50' },
    inputs: [
      `${binary('kube-controller-manager')}.json`,
      kubeconfig,
      pki.server,
    ],
    ports: [ports.controllerManager],
    ready: () => answers(`${address}/healthz`, { ca: readFileSync(pki.ca) }),
    hint: `Its API server may be down: status tells (the bed's ports start at ${base}).`,
  });
}

async function waitForControllers(cluster) {
  const api = cluster.api();
  await waitFor(
    `${cluster.name}: the controllers work`,
    () => api.find('/api/v1/namespaces/default/configmaps/kube-root-ca.crt'),
    { seconds: 120, logFile: logFile(`${cluster.name}-controller-manager`) },
  );
}

const accountGroups = '"system:serviceaccounts,system:serviceaccounts:velero"';

function tokenLines({ admin, plugin, velero, controllerManager }) {
  return [
    `${admin},admin,admin,system:masters`,
    `${plugin},${pluginUser},plugin,${accountGroups}`,
    `${velero},system:serviceaccount:velero:velero,velero,${accountGroups}`,
    `${controllerManager},system:kube-controller-manager,controller-manager`,
    '',
  ].join('\n');
}

function kubeconfigText({ name, tokens, description }, user) {
  return `apiVersion: v1
kind: Config
current-context: ${name}
clusters:
  - name: ${name}
    cluster:
      server: ${description.server}
      certificate-authority: ${description.caFile}
contexts:
  - name: ${name}
    context:
      cluster: ${name}
      user: ${user}
users:
  - name: ${user}
    user:
      token: ${tokens[user]}
`;
}
