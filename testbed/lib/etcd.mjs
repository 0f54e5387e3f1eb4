// One etcd holds both clusters, each under a prefix of its own.
import { join } from 'node:path';
import { binary } from './build.mjs';
import { answers } from './http.mjs';
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
