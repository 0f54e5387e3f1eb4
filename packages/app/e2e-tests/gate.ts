import { APIRequestContext, expect, Page } from '@playwright/test';

/** A restore as a person asks for it, without the digest of its preview. */
export interface Asked {
  cluster: string;
  spec: Record<string, unknown> & { backupName: string };
}

/** The gate's HTTP API, as the person who is signed in on a page. */
export class Gate {
  private constructor(
    private readonly http: APIRequestContext,
    private readonly token: string,
  ) {}

  /** Takes the token from what the page itself sends. */
  static async as(page: Page): Promise<Gate> {
    const sent = page.waitForRequest(/\/api\/velero\/overview/);
    await page.goto('/dr/overview');
    const token = (await (await sent).allHeaders()).authorization;
    return new Gate(page.request, token);
  }

  /** The newest completed backup of a workspace on a cluster. */
  async newestBackup(cluster: string, workspace: string): Promise<string> {
    const query = new URLSearchParams({
      cluster,
      workspace,
      phase: 'Completed',
      limit: '1',
    });
    const { items } = await this.#send('get', `/backups?${query}`);
    return items[0].name;
  }

  /** Files what a preview showed, and gives its id. */
  async file(asked: Asked, reason: string): Promise<string> {
    const { preview, obstacles } = await this.#send(
      'post',
      '/restore-previews',
      asked,
    );
    expect(obstacles).toEqual([]);
    const { id } = await this.#send('post', '/restore-requests', {
      ...asked,
      digest: preview.digest,
      reason,
    });
    return id;
  }

  async #send(method: 'get' | 'post', path: string, data?: object) {
    const response = await this.http[method](
      `${process.env.PLAYWRIGHT_URL}/api/velero${path}`,
      { data, headers: { authorization: this.token } },
    );
    const text = await response.text();
    expect(response.ok(), text).toBe(true);
    return JSON.parse(text);
  }
}
