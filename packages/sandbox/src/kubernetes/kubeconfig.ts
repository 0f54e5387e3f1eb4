import { writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import type { ApiServer } from './server/apiServer';

type Contact = Pick<
  ApiServer,
  'name' | 'url' | 'certificateAuthority' | 'identities'
>;

/** The context of one identity on one cluster, as kubeadm names them: `identity@cluster`. */
export function contextName(cluster: string, identity: string): string {
  return `${identity}@${cluster}`;
}

/**
 * One kubeconfig for clusters and their identities, certificates and tokens
 * inline. Contexts that are named differently have to stay apart.
 */
export function kubeconfig(
  servers: readonly Contact[],
  nameOf: typeof contextName = contextName,
): string {
  const contexts = servers.flatMap(({ name, identities }) =>
    identities.map(identity => ({ cluster: name, identity })),
  );
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context':
      contexts[0] && nameOf(contexts[0].cluster, contexts[0].identity.name),
    clusters: servers.map(({ name, url, certificateAuthority }) => ({
      name,
      cluster: {
        server: url,
        'certificate-authority-data':
          Buffer.from(certificateAuthority).toString('base64'),
      },
    })),
    users: contexts.map(({ cluster, identity }) => ({
      name: contextName(cluster, identity.name),
      user: { token: identity.token },
    })),
    contexts: contexts.map(({ cluster, identity }) => ({
      name: nameOf(cluster, identity.name),
      context: { cluster, user: contextName(cluster, identity.name) },
    })),
  });
}

/** Writes it where only its owner can read it: it holds tokens. */
export async function writeKubeconfig(
  path: string,
  servers: readonly Contact[],
): Promise<void> {
  await writeFile(path, kubeconfig(servers), { mode: 0o600 });
}
