import { Failure } from '../../toolchain/failure.mjs';

/**
 * Signs in at the portal as a browser would but without one: as one of the
 * sandbox's people, or as `atProvider` answers another provider's page.
 * Resolves to the token that the portal's API takes.
 */
export async function signIn(portalUrl, person, atProvider = atSandbox) {
  const browser = new CookieJar();
  const start = new URL(`${portalUrl}/api/auth/oidc/start`);
  start.search = new URLSearchParams({
    env: 'development',
    scope: 'openid profile email',
    flow: 'popup',
    origin: portalUrl,
  });
  const page = await browser.follow(start.href);
  const answer = await atProvider(browser, page, person);
  if (!answer.ok) {
    throw new Failure(
      `The provider did not let ${person} in: ${answer.status}.`,
    );
  }
  const session = await browser.follow(
    `${portalUrl}/api/auth/oidc/refresh?env=development&optional=`,
    { headers: { 'x-requested-with': 'XMLHttpRequest' } },
  );
  const { backstageIdentity } = await session.json();
  if (!backstageIdentity?.token) {
    throw new Failure(`The portal did not sign ${person} in.`);
  }
  return backstageIdentity.token;
}

/** The sandbox's provider asks for a name alone. */
const atSandbox = (browser, page, person) =>
  browser.follow(page.url, {
    method: 'POST',
    body: new URLSearchParams({ person }),
  });

/** Fills in Keycloak's form. */
export const atKeycloak = password => async (browser, page, username) => {
  const [, action] =
    /<form[^>]* action="([^"]+)"/.exec(await page.text()) ?? [];
  if (!action) throw new Failure(`No form to sign in with at ${page.url}.`);
  return browser.follow(action.replaceAll('&amp;', '&'), {
    method: 'POST',
    body: new URLSearchParams({ username, password }),
  });
};

/** fetch that keeps cookies per origin and follows redirects itself. */
class CookieJar {
  #cookies = new Map();

  async follow(url, { method = 'GET', body, headers = {} } = {}) {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map();
    this.#cookies.set(origin, jar);
    const response = await fetch(url, {
      method,
      body,
      redirect: 'manual',
      headers: {
        ...headers,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get('location');
    if (!location) return response;
    return this.follow(new URL(location, url).href);
  }
}
