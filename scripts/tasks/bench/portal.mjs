import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { localPath, repoPath } from '../../toolchain/paths.mjs';
import { atEnd, endProcess, waitFor } from '../../toolchain/processes.mjs';
import { startProductionPortal } from '../portal/production.mjs';
import { signIn } from '../portal/signIn.mjs';
import { PORTAL_PORT } from './fleet.mjs';

const PROBE_PORT = PORTAL_PORT + 1;
// In memory but not in the process: a disk's time is not the plugin's, and
// with PostgreSQL the process would not wait for it.
const DATABASE = existsSync('/dev/shm')
  ? '/dev/shm/velero-dr-bench'
  : localPath('bench-database');
/**
 * As docs/guides/operating.md asks for: without, Node collects its garbage
 * late, with more threads than there are cores, and glibc keeps much of what
 * was given back to it.
 */
const GARBAGE = ['--max-old-space-size=512', '--v8-pool-size=1'];
const MALLOC = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072' };

/**
 * The backend over the fleet, with a probe inside: the first one, which reads
 * evidence into an empty database, or another over what that one read. `ask`
 * reads its API, as the person that `asPerson` was called for, before that as
 * a service: people can sign in only once the catalog has them.
 */
export async function startBenchPortal(
  { sandbox, names },
  { readsEvidence, folder },
) {
  const config = localPath('bench-config', 'app-config.bench.yaml');
  mkdirSync(localPath('bench-config'), { recursive: true });
  if (readsEvidence) dropDatabase();
  atEnd(dropDatabase);
  const service = randomBytes(24).toString('base64url');
  const settings = configFor(names, sandbox, { service, readsEvidence });
  writeFileSync(config, stringify(settings));
  const started = performance.now();
  const portal = await startProductionPortal({
    sandbox,
    folder,
    port: PORTAL_PORT,
    configs: ['app-config.yaml', config],
    nodeArgs: [
      ...GARBAGE,
      '--require',
      repoPath('scripts/tasks/bench/probe.cjs'),
    ],
    env: { ...MALLOC, BENCH_PROBE_PORT: String(PROBE_PORT) },
    until: '/api/velero/health',
  });
  const api = `${portal.local}/api/velero`;
  let token = service;
  return {
    api,
    url: portal.url,
    end: () => endProcess(portal.process),
    bootSeconds: (performance.now() - started) / 1000,
    headers: () => ({ authorization: `Bearer ${token}` }),
    async ask(path, body) {
      const response = await fetch(`${api}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
      return response.json();
    },
    probe: async () => (await fetch(`http://127.0.0.1:${PROBE_PORT}`)).json(),
    async asPerson(person = 'otto.operator') {
      token = await waitFor('The sign-in', () => signIn(portal.url, person), {
        process: portal.process,
      });
    },
  };
}

const dropDatabase = () => rmSync(DATABASE, { recursive: true, force: true });

function configFor(names, { kubeconfig }, { service, readsEvidence }) {
  return {
    backend: {
      database: {
        client: 'better-sqlite3',
        connection: { directory: DATABASE },
      },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: service, subject: 'bench' } },
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
      evidence: { enabled: readsEvidence },
      clusters: names.map(name => ({
        name,
        kubeconfig: { file: kubeconfig, context: name },
      })),
    },
  };
}
