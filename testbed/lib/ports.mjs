// All ports of the bed follow from one base, so that it can be moved as a whole. Loopback only.
import { createServer } from 'node:net';

export const host = '127.0.0.1';
export const clusterNames = ['c1', 'c2'];
const defaultBase = 17700;

export function portsFrom(base = defaultBase) {
  const clusters = clusterNames.map((name, index) => {
    const first = base + 10 * (index + 1);
    return [
      name,
      {
        apiserver: first,
        controllerManager: first + 1,
        veleroMetrics: first + 2,
      },
    ];
  });
  return {
    base,
    etcd: base,
    etcdPeer: base + 1,
    s3: base + 2,
    keycloak: base + 3,
    postgres: base + 4,
    clusters: Object.fromEntries(clusters),
  };
}

export function isFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
