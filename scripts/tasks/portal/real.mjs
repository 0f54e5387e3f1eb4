import { randomBytes } from 'node:crypto';
import { waitFor } from '../../toolchain/processes.mjs';
import { startProductionPortal } from './production.mjs';
import { atKeycloak, signIn } from './signIn.mjs';

/**
 * The portal on the test bed, as it is in production: Keycloak, PostgreSQL and
 * both clusters. Resolves when people are in the catalog, and so can sign in.
 */
export async function startRealPortal(bed, port) {
  const portal = await startProductionPortal({
    port,
    configs: [
      'app-config.yaml',
      'app-config.production.yaml',
      'app-config.real.yaml',
    ],
    env: environment(bed),
  });
  const [{ username, password }] = bed.keycloak.users;
  await waitFor(
    'The sign-in of the people from Keycloak',
    () => signIn(portal.url, username, atKeycloak(password)),
    { process: portal.process, seconds: 120 },
  );
  return portal;
}

/** The variables of app-config*.yaml, from what the bed says of itself. */
function environment({ clusters, keycloak, postgres }) {
  const kubeconfigs = clusters.map(({ name, pluginKubeconfig }) => [
    `${name.toUpperCase()}_KUBECONFIG`,
    pluginKubeconfig,
  ]);
  return {
    ...Object.fromEntries(kubeconfigs),
    // In production the portal would listen to the whole network.
    BACKEND_HOST: '127.0.0.1',
    AUTH_OIDC_METADATA_URL: `${keycloak.issuer}/.well-known/openid-configuration`,
    AUTH_OIDC_CLIENT_ID: keycloak.clientId,
    AUTH_OIDC_CLIENT_SECRET: keycloak.clientSecret,
    AUTH_SESSION_SECRET: randomBytes(32).toString('base64url'),
    KEYCLOAK_BASE_URL: keycloak.baseUrl,
    KEYCLOAK_REALM: keycloak.realm,
    KEYCLOAK_SYNC_CLIENT_ID: keycloak.syncClientId,
    KEYCLOAK_SYNC_CLIENT_SECRET: keycloak.syncClientSecret,
    POSTGRES_HOST: postgres.host,
    POSTGRES_PORT: String(postgres.port),
    POSTGRES_USER: postgres.user,
    POSTGRES_PASSWORD: postgres.password,
  };
}
