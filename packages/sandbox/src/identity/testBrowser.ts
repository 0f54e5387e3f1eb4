/** For tests: fetch with cookies, that follows redirects as far as the provider's own pages. */
export class TestBrowser {
  readonly #headers: Record<string, string>;
  readonly #cookies = new Map<string, string>();

  constructor(headers: Record<string, string> = {}) {
    this.#headers = headers;
  }

  open(url: string): Promise<Response & { url: string }> {
    return this.#follow(url, new URL(url).origin);
  }

  submit(
    url: string,
    form: Record<string, string>,
  ): Promise<Response & { url: string }> {
    const body = new URLSearchParams(form);
    return this.#follow(url, new URL(url).origin, { method: 'POST', body });
  }

  /** A redirect to another origin is the answer: it carries the code. */
  async #follow(
    url: string,
    origin: string,
    init: RequestInit = {},
  ): Promise<Response & { url: string }> {
    const cookie = [...this.#cookies]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...this.#headers, cookie },
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      this.#cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const target = location && new URL(location, url);
    if (target && target.origin === origin) {
      return this.#follow(target.href, origin);
    }
    // fetch does not let a test set the address of an answer
    return Object.defineProperty(response, 'url', {
      value: target ? target.href : url,
    });
  }
}
