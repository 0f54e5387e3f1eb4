import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { configuration, type OidcClient } from './configuration';
import { Interactions } from './interactions';
import { messagesFor } from './messages';
import { errorPage } from './pages';
import { demoPeople, type Person } from './people';

const HOST = '127.0.0.1';

/** How an identity provider is started. */
export interface IdentityProviderOptions {
  /** @defaultValue one that is free */
  port?: number;
  /** @defaultValue the people of the demo */
  people?: readonly Person[];
  clients: readonly OidcClient[];
}

/** A running identity provider. */
export interface IdentityProvider {
  /** Discovery is at `${issuer}/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly people: readonly Person[];
  close(): Promise<void>;
}

/**
 * Starts an OpenID Connect provider on a loopback port, for demos and tests:
 * whoever reaches it signs in as anyone, without a password. Keys and sessions
 * live as long as it does.
 */
export async function startIdentityProvider({
  port = 0,
  people = demoPeople,
  clients,
}: IdentityProviderOptions): Promise<IdentityProvider> {
  // the issuer's address has to be known before the provider is made
  let listener: RequestListener = (_request, response) => response.destroy();
  const server = createServer((request, response) =>
    listener(request, response),
  );
  server.listen(port, HOST);
  await once(server, 'listening');
  const issuer = `http://${HOST}:${(server.address() as AddressInfo).port}`;

  const provider = new Provider(issuer, {
    ...(await configuration(people, clients)),
    renderError: (ctx, { error, error_description: detail }) => {
      const messages = messagesFor(ctx.get('accept-language'));
      ctx.type = 'html';
      ctx.body = errorPage(
        messages.failed,
        [error, detail].filter(Boolean).join(': '),
        messages,
        '',
      );
    },
  });
  const interactions = new Interactions(provider, people, clients);
  const callback = provider.callback();
  listener = (request, response) => {
    if (interactions.handles(request)) {
      interactions.handle(request, response).catch(() => response.destroy());
    } else {
      forgetSession(request, provider);
      callback(request, response);
    }
  };

  return {
    issuer,
    people,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * Every sign-in is a choice, whoever the browser signed in as before: in a
 * demo one is a developer now and an approver next.
 */
function forgetSession(
  { url = '', headers }: IncomingMessage,
  provider: Provider,
): void {
  if (/^\/auth\b/.test(url)) {
    const session = provider.cookieName('session');
    headers.cookie = headers.cookie
      ?.split('; ')
      .filter(cookie => !cookie.startsWith(session))
      .join('; ');
  }
}
