import { readFileSync } from 'node:fs';
import { KubeConfig } from '@kubernetes/client-node';
import type { World } from './world';

interface State {
  clusters?: Array<{
    name: string;
    adminKubeconfig: string;
    pluginKubeconfig: string;
    veleroNamespace: string;
  }>;
}

/**
 * Real servers that run already, from the test bed's state file or from a file
 * that somebody wrote for clusters of their own.
 */
export function testBedWorld(stateFile: string): World {
  const { clusters }: State = JSON.parse(readFileSync(stateFile, 'utf8'));
  if (!clusters?.length) {
    throw new Error(
      `${stateFile} names no clusters: start the test bed (npm run testbed -- up), or list yours under "clusters" with name, adminKubeconfig, pluginKubeconfig and veleroNamespace`,
    );
  }
  return {
    clusters: clusters.map(cluster => ({
      name: cluster.name,
      admin: fromFile(cluster.adminKubeconfig),
      plugin: fromFile(cluster.pluginKubeconfig),
      veleroNamespace: cluster.veleroNamespace,
    })),
    close: async () => {},
  };
}

function fromFile(path: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromFile(path);
  return config;
}
