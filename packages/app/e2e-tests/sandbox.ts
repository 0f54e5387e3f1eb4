import { readFileSync } from 'node:fs';
import { request } from '@playwright/test';

/** The sandbox behind the portal under test, by its control endpoint. */
export function sandboxControl() {
  const state = process.env.SANDBOX_STATE;
  if (!state) {
    throw new Error(
      'SANDBOX_STATE is not set: run these tests by `npm run test:browser`.',
    );
  }
  const { control } = JSON.parse(
    readFileSync(`${state}/sandbox.json`, 'utf8'),
  ) as { control: { url: string; token: string } };

  async function send(method: 'post' | 'delete', path: string, data?: object) {
    const context = await request.newContext({
      extraHTTPHeaders: { authorization: `Bearer ${control.token}` },
    });
    const response = await context[method](`${control.url}${path}`, { data });
    const text = await response.text();
    const ok = response.ok();
    await context.dispose();
    if (!ok) {
      throw new Error(`The sandbox refused ${path}: ${text}`);
    }
  }

  return {
    post: (path: string, body: object) => send('post', path, body),
    remove: (path: string) => send('delete', path),
  };
}
