// One etcd holds both clusters, each under a prefix of its own.
import { join } from 'node:path';
import { binary } from './build.mjs';
import { answers, request } from './http.mjs';
import { runDir } from './paths.mjs';
import { host } from './ports.mjs';
import { ensure } from './processes.mjs';

export const etcd = {
  needs: [],
  builds: ['etcd'],
  steps: ({ ports }) => [['etcd', () => ensure(server(ports))]],
  describe: ({ ports }) => ({ etcd: { endpoint: endpoint(ports) } }),
};

export const endpoint = ports => `http://${host}:${ports.etcd}`;

/**
 * Drops all but the present. A bed that has run for a while has no past beyond
 * minutes; a new one would still answer with its first versions.
 */
export async function forgetThePast(ports) {
  // Any key will do: each answer names the newest revision.
  const { header } = await ask(ports, 'kv/range', { key: 'AA==' });
  await ask(ports, 'kv/compaction', { revision: header.revision });
}

/** https://etcd.io/docs/v3.6/dev-guide/api_grpc_gateway/ */
async function ask(ports, method, message) {
  const { status, body } = await request(`${endpoint(ports)}/v3/${method}`, {
    method: 'POST',
    body: JSON.stringify(message),
  });
  const text = body.toString('utf8');
  // Nothing was written since the last time.
  if (status !== 200 && !text.includes('has been compacted')) {
    throw new Error(`etcd answers ${status} to ${method}: ${text}`);
  }
  return JSON.parse(text);
}

function server(ports) {
  const peers = `http://${host}:${ports.etcdPeer}`;
  return {
    name: 'etcd',
    command: binary('etcd'),
    args: [
      '--name=testbed',
      `--data-dir=${join(runDir, 'etcd')}`,
      `--listen-client-urls=${endpoint(ports)}`,
      `--advertise-client-urls=${endpoint(ports)}`,
      `--listen-peer-urls=${peers}`,
      `--initial-advertise-peer-urls=${peers}`,
      `--initial-cluster=testbed=${peers}`,
      '--unsafe-no-fsync', // a bed's data may be lost with the machine
      '--auto-compaction-retention=1h',
      '--log-level=warn',
    ],
    env: {},
    inputs: [`${binary('etcd')}.json`],
    ports: [ports.etcd, ports.etcdPeer],
    ready: () => answers(`${endpoint(ports)}/health`),
    hint: 'Damaged data: run reset, which starts from nothing.',
  };
}
