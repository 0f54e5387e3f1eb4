import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { Configuration, JWK } from 'oidc-provider';
import { memoryAdapters } from './MemoryAdapter';
import type { Person } from './people';

/** An application that people sign in to. */
export interface OidcClient {
  id: string;
  secret: string;
  redirectUris: readonly string[];
}

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
const SCOPES = 'openid profile email groups offline_access';

/** The provider's configuration; keys are new each time. */
export async function configuration(
  people: readonly Person[],
  clients: readonly OidcClient[],
): Promise<Configuration> {
  return {
    adapter: memoryAdapters(),
    jwks: { keys: [await signingKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    clients: clients.map(({ id, secret, redirectUris }) => ({
      client_id: id,
      client_secret: secret,
      redirect_uris: [...redirectUris],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    })),
    // Backstage does not ask for groups, and gets them with the profile
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'groups'],
      email: ['email', 'email_verified'],
      groups: ['groups'],
    },
    scopes: SCOPES.split(' '),
    // as Keycloak does: the ID token says it all, not only /userinfo
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: async (_ctx, client, token) =>
          token.clientId === client.clientId,
      },
    },
    findAccount: (_ctx, subject) => {
      const person = people.find(({ username }) => username === subject);
      return person && account(person);
    },
    interactions: {
      url: (_ctx, { uid }) => `/interaction/${uid}`,
    },
    // Backstage keeps its session by a refresh token without asking for offline_access
    issueRefreshToken: async () => true,
    loadExistingGrant: async ctx => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId,
      });
      grant.addOIDCScope(SCOPES);
      await grant.save();
      return grant;
    },
    pkce: { required: () => false },
    rotateRefreshToken: false,
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      Grant: 14 * DAY,
      IdToken: HOUR,
      Interaction: HOUR,
      RefreshToken: 14 * DAY,
      Session: DAY,
    },
  };
}

function account(person: Person) {
  const { username, name, email, groups } = person;
  return {
    accountId: username,
    claims: () => ({
      sub: username,
      preferred_username: username,
      name,
      email,
      email_verified: true,
      groups: [...groups],
    }),
  };
}

async function signingKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
  });
  return {
    ...(privateKey.export({ format: 'jwk' }) as JWK),
    kid: randomUUID(),
    use: 'sig',
    alg: 'RS256',
  };
}
