import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import { stringify } from 'yaml';
import { localPath, repoPath } from '../../toolchain/paths.mjs';
import { waitFor } from '../../toolchain/processes.mjs';
import { startSandbox } from '../portal/sandbox.mjs';
import { signIn } from '../portal/signIn.mjs';
import { startBackendFromSource } from '../portal/source.mjs';
import { CALLERS, VISITOR } from './callers.mjs';

const FOLDER = localPath('security');
const ROUTES = `${FOLDER}/routes.json`;

/**
 * The portal as people run it, with its own roles, on the sandbox: real
 * sign-ins, real tokens. `ask` calls the plugin's API as one of CALLERS,
 * `routes` names what its router has.
 */
export async function startPortalToTry() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
  const port = await freePort();
  const service = randomBytes(24).toString('base64url');
  const sandbox = await startSandbox({
    backendUrl: `http://localhost:${port}`,
    name: 'security-sandbox',
    args: ['--visitor', VISITOR],
  });
  const portal = await startBackendFromSource({
    sandbox,
    port,
    preload: [repoPath('scripts/tasks/security/recordRoutes.cjs')],
    configs: [writeConfig(service)],
    env: { SECURITY_ROUTES_FILE: ROUTES },
  });
  const tokens = await signInAll(portal);
  const tokenOf = ({ person, service: isService }) =>
    isService ? service : tokens.get(person);
  return {
    ask: (caller, method, path, body) =>
      ask(portal.url, tokenOf(caller), { method, path, body }),
    routes: () => routesOf(portal),
  };
}

/** What the portal's own configuration lacks here: the visitor's user, and the service's token. */
function writeConfig(token) {
  const people = `${FOLDER}/visitor.yaml`;
  writeFileSync(
    people,
    stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: VISITOR },
      spec: { memberOf: [] },
    }),
  );
  const users = [{ allow: ['User', 'Group'] }];
  const locations = [repoPath('packages/sandbox/org.yaml'), people];
  writeFileSync(
    `${FOLDER}/app-config.yaml`,
    stringify({
      backend: {
        auth: {
          externalAccess: [
            { type: 'static', options: { token, subject: 'security-table' } },
          ],
        },
      },
      catalog: {
        locations: locations.map(target => ({
          type: 'file',
          target,
          rules: users,
        })),
      },
    }),
    { mode: 0o600 },
  );
  return '.local/security/app-config.yaml';
}

async function signInAll(portal) {
  const people = [...new Set(CALLERS.flatMap(({ person }) => person ?? []))];
  const tokens = new Map();
  for (const person of people) {
    tokens.set(
      person,
      await waitFor(
        `The sign-in of ${person}`,
        () => signIn(portal.url, person),
        portal,
      ),
    );
  }
  return tokens;
}

async function ask(url, token, { method, path, body }) {
  const response = await fetch(`${url}/api/velero${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: parsed(text) };
}

/** An export is no JSON. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function routesOf(portal) {
  process.kill(portal.process.pid, 'SIGUSR2');
  await waitFor('The list of routes', async () => existsSync(ROUTES), portal);
  return JSON.parse(readFileSync(ROUTES, 'utf8'));
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
