import { Wire } from '../wire/wire';
import { openWorld, uniqueName, type ContractCluster } from '../world/world';

/** A namespace of its own for one suite, where no Velero looks. */
export interface Workspace {
  cluster: ContractCluster;
  /** As administrator. */
  wire: Wire;
  namespace: string;
  /** Path of a Velero kind in the namespace. */
  velero(plural: string, name?: string): string;
  /** A backup that nobody works on. */
  backup(name: string, rest?: object): any;
  close(): Promise<void>;
}

export async function openWorkspace(): Promise<Workspace> {
  const world = await openWorld();
  const cluster = world.clusters[0];
  const wire = new Wire(cluster.admin);
  const namespace = uniqueName('contract');
  const created = await wire.post('/api/v1/namespaces', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace },
  });
  if (created.status !== 201) {
    throw new Error(
      `Cannot create namespace ${namespace} on ${cluster.name}: ${created.body.message}`,
    );
  }
  return {
    cluster,
    wire,
    namespace,
    velero: (plural, name) =>
      `/apis/velero.io/v1/namespaces/${namespace}/${plural}${
        name ? `/${name}` : ''
      }`,
    backup: (name, rest = {}) => ({
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: { name },
      spec: { ttl: '24h0m0s' },
      ...rest,
    }),
    close: async () => {
      await wire.delete(`/api/v1/namespaces/${namespace}`);
      await world.close();
    },
  };
}
