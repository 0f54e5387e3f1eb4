import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import type { OidcClient } from './configuration';
import { messagesFor } from './messages';
import { errorPage, signInPage } from './pages';
import type { Person } from './people';

/** The provider's own pages: who do you want to be? */
export class Interactions {
  readonly #provider: Provider;
  readonly #people: readonly Person[];
  readonly #formTargets: string;

  constructor(
    provider: Provider,
    people: readonly Person[],
    clients: readonly OidcClient[],
  ) {
    this.#provider = provider;
    this.#people = people;
    // browsers hold the redirects behind a form to its form-action too
    const origins = clients.flatMap(({ redirectUris }) =>
      redirectUris.map(uri => new URL(uri).origin),
    );
    this.#formTargets = ["'self'", ...new Set(origins)].join(' ');
  }

  handles({ url = '' }: IncomingMessage): boolean {
    return url.startsWith('/interaction/');
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const messages = messagesFor(request.headers['accept-language']);
    try {
      await this.#provider.interactionDetails(request, response);
    } catch {
      this.#send(response, 400, nonce =>
        errorPage(messages.lost, undefined, messages, nonce),
      );
      return;
    }
    if (request.method === 'POST') {
      await this.#choose(request, response);
    } else {
      this.#send(response, 200, nonce =>
        signInPage(this.#people, messages, nonce),
      );
    }
  }

  async #choose(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const form = new URLSearchParams(await text(request));
    if (form.has('cancel')) {
      await this.#provider.interactionFinished(request, response, {
        error: 'access_denied',
        error_description: 'Signing in was cancelled',
      });
      return;
    }
    const chosen = form.get('person') ?? '';
    const person = this.#people.find(({ username }) => username === chosen);
    if (!person) {
      const messages = messagesFor(request.headers['accept-language']);
      this.#send(response, 400, nonce =>
        errorPage(messages.unknownPerson, chosen, messages, nonce),
      );
      return;
    }
    await this.#provider.interactionFinished(request, response, {
      login: { accountId: person.username },
    });
  }

  #send(
    response: ServerResponse,
    code: number,
    page: (nonce: string) => string,
  ): void {
    const nonce = randomBytes(16).toString('base64');
    response
      .writeHead(code, {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; form-action ${
          this.#formTargets
        }; frame-ancestors 'none'; base-uri 'none'`,
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      })
      .end(page(nonce));
  }
}
