import { ClusterConfig, FleetConfig } from '../config';
import { Credentials } from './Credentials';
import { KubeClient } from './KubeClient';
import { loadKubeConfig } from './loadKubeConfig';

/**
 * One client per cluster, by name. Nothing is read or reached yet, so a
 * cluster with a missing file keeps no other from starting.
 */
export function createKubeClients(
  clusters: ClusterConfig[],
  fleet: FleetConfig,
): Map<string, KubeClient> {
  return new Map(
    clusters.map(cluster => [
      cluster.name,
      new KubeClient(
        cluster.name,
        new Credentials(() => loadKubeConfig(cluster)),
        fleet,
      ),
    ]),
  );
}
