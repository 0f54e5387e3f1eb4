import { readFileSync } from 'node:fs';
import { request } from '@playwright/test';

/** What the running sandbox says of itself. */
interface SandboxState {
  control: { url: string; token: string };
  clusters: { name: string; server: string; adminKubeconfig: string }[];
}

/** The sandbox behind the portal under test, by its control endpoint. */
export function sandboxControl() {
  const { control, clusters } = readState();

  return {
    post: (path: string, body: object) =>
      send('post', `${control.url}${path}`, control.token, body),
    remove: (path: string) =>
      send('delete', `${control.url}${path}`, control.token),

    /** Makes a Velero object as somebody with a kubeconfig would. */
    async create(cluster: string, plural: string, object: object) {
      const found = clusters.find(({ name }) => name === cluster);
      const config = readFileSync(found?.adminKubeconfig ?? cluster, 'utf8');
      const token = /token: (\S+)/.exec(config)?.[1] ?? '';
      const path = `/apis/velero.io/v1/namespaces/velero/${plural}`;
      await send('post', `${found?.server}${path}`, token, object);
    },
  };
}

function readState(): SandboxState {
  const state = process.env.SANDBOX_STATE;
  if (!state) {
    throw new Error(
      'SANDBOX_STATE is not set: run these tests by `npm run test:browser`.',
    );
  }
  return JSON.parse(readFileSync(`${state}/sandbox.json`, 'utf8'));
}

async function send(
  method: 'post' | 'delete',
  url: string,
  token: string,
  data?: object,
) {
  const context = await request.newContext({
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
    // The sandbox signs its clusters' certificates itself.
    ignoreHTTPSErrors: true,
  });
  const response = await context[method](url, { data });
  const text = await response.text();
  const ok = response.ok();
  await context.dispose();
  if (!ok) {
    throw new Error(`The sandbox refused ${url}: ${text}`);
  }
}
