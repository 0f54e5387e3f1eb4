import { APIRequestContext, expect, Page } from '@playwright/test';

/** A restore as a person asks for it, without the digest of its preview. */
export interface Asked {
  cluster: string;
  spec: Record<string, unknown> & { backupName: string };
  /** Not executed earlier; ISO 8601. */
  notBefore?: string;
}

/** The gate's HTTP API, as the person who is signed in on a page. */
export class Gate {
  private constructor(
    private readonly http: APIRequestContext,
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Takes address and token from what the page itself sends. */
  static async as(page: Page): Promise<Gate> {
    const overview = /(.*\/api\/velero)\/overview/;
    const sent = page.waitForRequest(overview);
    await page.goto('/dr/overview');
    const request = await sent;
    const [, url] = overview.exec(request.url()) as RegExpExecArray;
    const { authorization } = await request.allHeaders();
    return new Gate(page.request, url, authorization);
  }

  /**
   * The newest completed backup of a schedule. Not of a workspace: the newest
   * that takes it in may hold nothing of it, at some hours of the day.
   */
  async newestBackup(cluster: string, schedule: string): Promise<string> {
    const query = new URLSearchParams({
      cluster,
      schedule,
      phase: 'Completed',
      limit: '1',
    });
    const { items } = await this.#send('get', `/backups?${query}`);
    return items[0].name;
  }

  /** Files what a preview showed, and gives its id. */
  file(asked: Asked, reason: string): Promise<string> {
    return this.#file('/restore-requests', asked, { reason });
  }

  /** Restores without approval, for an incident, and gives the request's id. */
  breakGlass(asked: Asked, reason: string, incident: string): Promise<string> {
    return this.#file('/restore-requests/break-glass', asked, {
      reason,
      incident,
    });
  }

  /** Votes on a request as it is shown now; a veto says why. */
  async vote(id: string, decision: 'approve' | 'veto', comment?: string) {
    const { digest } = await this.#send('get', `/restore-requests/${id}`);
    const vote = { decision, comment, digest };
    await this.#send('post', `/restore-requests/${id}/votes`, vote);
  }

  /** Waits until a request is in a state. */
  async reached(id: string, state: string) {
    await expect
      .poll(
        async () => (await this.#send('get', `/restore-requests/${id}`)).state,
        { timeout: 80_000, intervals: [100] },
      )
      .toBe(state);
  }

  async #file(path: string, asked: Asked, why: object): Promise<string> {
    const { cluster, spec } = asked;
    const { preview, obstacles } = await this.#send(
      'post',
      '/restore-previews',
      { cluster, spec },
    );
    expect(obstacles).toEqual([]);
    const { id } = await this.#send('post', path, {
      ...asked,
      ...why,
      digest: preview.digest,
    });
    return id;
  }

  async #send(method: 'get' | 'post', path: string, data?: object) {
    const response = await this.http[method](`${this.url}${path}`, {
      data,
      headers: { authorization: this.token },
    });
    const text = await response.text();
    expect(response.ok(), text).toBe(true);
    return JSON.parse(text);
  }
}
