import { startSandbox } from '../portal/sandbox.mjs';

export const PORTAL_PORT = Number(process.env.BACKEND_PORT ?? 7037);

/**
 * A fleet at scale with faults: one cluster in twenty down (at least one), as
 * many slow by five seconds, one that answers half of all requests with 429.
 * Resolves to its description and how to talk to its control endpoint.
 */
export async function startBenchFleet({ clusters, backups }) {
  const sandbox = await startSandbox({
    name: 'bench',
    backendUrl: `http://localhost:${PORTAL_PORT}`,
    args: ['--scale', `${clusters}x${backups}`],
  });
  const control = (method, path, body) =>
    send(sandbox.control, method, path, body);
  const few = Math.max(1, Math.floor(clusters / 20));
  const names = sandbox.clusters.map(({ name }) => name);
  const down = names.slice(0, few);
  const slow = names.slice(few, 2 * few);
  const [limited] = names.slice(2 * few);
  const faults = (name, body) =>
    control('POST', `/clusters/${name}/faults`, body);
  for (const name of down) await faults(name, { down: true });
  for (const name of slow) await faults(name, { latencyMs: 5000 });
  await faults(limited, { tooManyRequestsShare: 0.5 });
  return { sandbox, control, names, down, healthy: names.at(-1) };
}

/** Asks the sandbox's control endpoint; resolves to its answer. */
export async function send({ url, token }, method, path, body) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
  return text && JSON.parse(text);
}
