import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { localPath, repoPath } from '../../toolchain/paths.mjs';
import { waitFor } from '../../toolchain/processes.mjs';
import { startProductionPortal } from '../portal/production.mjs';
import { signIn } from '../portal/signIn.mjs';
import { PORTAL_PORT } from './fleet.mjs';

const PROBE_PORT = 7038;

/**
 * The backend over the fleet, with a probe inside. `ask` reads its API, as the
 * DR operator when `asPerson` was called, before that as a service: people can
 * sign in only once the catalog has them.
 */
export async function startBenchPortal({ sandbox, names }) {
  const config = localPath('bench-config', 'app-config.bench.yaml');
  mkdirSync(localPath('bench-config'), { recursive: true });
  const service = randomBytes(24).toString('base64url');
  writeFileSync(config, stringify(configFor(names, sandbox, service)));
  const started = performance.now();
  const portal = await startProductionPortal({
    sandbox,
    port: PORTAL_PORT,
    configs: ['app-config.yaml', config],
    nodeArgs: ['--require', repoPath('scripts/tasks/bench/probe.cjs')],
    env: { BENCH_PROBE_PORT: String(PROBE_PORT) },
    until: '/api/velero/health',
  });
  const api = `${portal.local}/api/velero`;
  let token = service;
  return {
    api,
    bootSeconds: (performance.now() - started) / 1000,
    headers: () => ({ authorization: `Bearer ${token}` }),
    async ask(path) {
      const response = await fetch(`${api}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
      return response.json();
    },
    probe: async () => (await fetch(`http://127.0.0.1:${PROBE_PORT}`)).json(),
    async asPerson() {
      token = await waitFor(
        'The sign-in',
        () => signIn(portal.url, 'otto.operator'),
        { process: portal.process },
      );
    },
  };
}

function configFor(names, { kubeconfig }, token) {
  return {
    backend: {
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'bench' } },
        ],
      },
    },
    catalog: {
      locations: [
        {
          type: 'file',
          target: repoPath('packages/sandbox/org.yaml'),
          rules: [{ allow: ['User', 'Group'] }],
        },
      ],
    },
    velero: {
      clusters: names.map(name => ({
        name,
        kubeconfig: { file: kubeconfig, context: name },
      })),
    },
  };
}
