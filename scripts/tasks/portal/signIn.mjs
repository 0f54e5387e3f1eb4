import { Failure } from '../../toolchain/failure.mjs';

/**
 * Signs in at the portal as one of the sandbox's people, as a browser would
 * but without one. Resolves to the token that the portal's API takes.
 */
export async function signIn(portalUrl, person) {
  const browser = new CookieJar();
  const start = new URL(`${portalUrl}/api/auth/oidc/start`);
  start.search = new URLSearchParams({
    env: 'development',
    scope: 'openid profile email',
    flow: 'popup',
    origin: portalUrl,
  });
  const page = await browser.follow(start.href);
  const choice = await browser.follow(page.url, {
    method: 'POST',
    body: new URLSearchParams({ person }),
  });
  if (!choice.ok) {
    throw new Failure(
      `The sandbox did not let ${person} in: ${choice.status}.`,
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
