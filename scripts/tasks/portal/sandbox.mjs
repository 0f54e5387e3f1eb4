import { readFileSync, rmSync } from 'node:fs';
import { localPath, repoPath } from '../../toolchain/paths.mjs';
import { startLogged, waitFor } from '../../toolchain/processes.mjs';

// TypeScript runs through Backstage's own loader, as its backends do.
const LOADER = '@backstage/cli-node/config/nodeTransform.cjs';

/**
 * Starts the embedded clusters, bucket and identity provider, and waits until
 * they answer. Resolves to what `sandbox.json` says of them.
 */
export async function startSandbox({
  backendUrl,
  name = 'sandbox',
  args = [],
}) {
  const state = localPath(name);
  rmSync(state, { recursive: true, force: true });
  const child = startLogged(name, process.execPath, [
    '--enable-source-maps',
    '--require',
    LOADER,
    repoPath('packages/sandbox/src/main.ts'),
    '--state',
    state,
    '--redirect-uri',
    redirectUri(backendUrl),
    ...args,
  ]);
  const description = await waitFor(
    'The sandbox',
    async () => JSON.parse(readFileSync(`${state}/sandbox.json`, 'utf8')),
    { process: child },
  );
  return { ...description, state, kubeconfig: `${state}/kubeconfig` };
}

/** Where the provider sends people back to. */
export const redirectUri = backendUrl =>
  `${backendUrl}/api/auth/oidc/handler/frame`;

/** The environment in which app-config*.yaml finds the sandbox. */
export function sandboxEnvironment({ identity, kubeconfig, s3, state }) {
  return {
    AUTH_OIDC_METADATA_URL: `${identity.issuer}/.well-known/openid-configuration`,
    AUTH_OIDC_CLIENT_ID: identity.clientId,
    AUTH_OIDC_CLIENT_SECRET: identity.clientSecret,
    // Signs cookies of a portal that listens on loopback only.
    AUTH_SESSION_SECRET: 'sandbox-session-secret-of-no-value',
    VELERO_KUBECONFIG: kubeconfig,
    SANDBOX_S3_ENDPOINT: s3.endpoint,
    SANDBOX_S3_ACCESS_KEY_ID: s3.accessKeyId,
    SANDBOX_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    TOPOLOGY_A_MANIFEST: `${state}/topology-a.json`,
  };
}
