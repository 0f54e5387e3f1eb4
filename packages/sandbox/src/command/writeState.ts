import { mkdirSync, renameSync, writeFileSync } from 'fs';
import { join } from 'path';
import { ControlServer } from '../control';
import { kubeconfig } from '../kubernetes';
import { Sandbox } from '../sandbox';
import { ADMIN, SandboxCluster } from '../SandboxCluster';
import { dockerHostManifest } from './dockerHostManifest';

/** Readable by its owner only: tokens are in it. */
const PRIVATE = { mode: 0o600 };

/**
 * Writes what others need to use a running sandbox. `sandbox.json` comes last
 * and at once: who finds it, finds everything.
 */
export function writeState(
  folder: string,
  sandbox: Sandbox,
  control: ControlServer,
): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const clusters = Object.values(sandbox.clusters);
  writeFileSync(
    join(folder, 'kubeconfig'),
    portalKubeconfig(clusters),
    PRIVATE,
  );
  writeFileSync(
    join(folder, 'topology-a.json'),
    JSON.stringify(dockerHostManifest(new Date())),
    PRIVATE,
  );
  const description = {
    clusters: clusters.map(cluster => writeCluster(folder, cluster)),
    s3: {
      endpoint: sandbox.objectStore.url,
      accessKeyId: sandbox.objectStore.accessKey.id,
      secretAccessKey: sandbox.objectStore.accessKey.secret,
      buckets: sandbox.objectStore.store.buckets,
    },
    identity: describeIdentity(sandbox),
    control: { url: control.url, token: control.token },
  };
  const file = join(folder, 'sandbox.json');
  writeFileSync(
    `${file}.new`,
    `${JSON.stringify(description, undefined, 2)}\n`,
    PRIVATE,
  );
  renameSync(`${file}.new`, file);
}

/** For the portal: one context per cluster, named as the cluster is. */
function portalKubeconfig(clusters: readonly SandboxCluster[]): string {
  return kubeconfig(
    clusters.map(({ api }) => ({
      ...contactOf(api),
      identities: api.identities.filter(({ name }) => name !== ADMIN),
    })),
    cluster => cluster,
  );
}

function writeCluster(folder: string, { api, ...cluster }: SandboxCluster) {
  const own = join(folder, cluster.name);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const write = (name: string, content: string) => {
    const path = join(own, name);
    writeFileSync(path, content, PRIVATE);
    return path;
  };
  const configOf = (isAdmin: boolean) =>
    kubeconfig(
      [
        {
          ...contactOf(api),
          identities: api.identities.filter(
            ({ name }) => (name === ADMIN) === isAdmin,
          ),
        },
      ],
      name => name,
    );
  return {
    name: cluster.name,
    title: cluster.title,
    role: cluster.role,
    server: api.url,
    caFile: write('ca.crt', api.certificateAuthority),
    adminKubeconfig: write('admin.kubeconfig', configOf(true)),
    pluginKubeconfig: write('plugin.kubeconfig', configOf(false)),
    veleroNamespace: cluster.veleroNamespace,
  };
}

function contactOf({ name, url, certificateAuthority }: SandboxCluster['api']) {
  return { name, url, certificateAuthority };
}

function describeIdentity({ identity }: Sandbox) {
  const { issuer, clientId, clientSecret, people } = identity;
  return {
    issuer,
    clientId,
    clientSecret,
    people: people.map(({ username, name, title, email, groups }) => ({
      name: username,
      displayName: name,
      title,
      email,
      groups,
    })),
  };
}
