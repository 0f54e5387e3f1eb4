import { VeleroCluster } from '../../velero/VeleroCluster';
import { Applier } from './Applier';

const DEPLOYMENT = '/apis/apps/v1/namespaces/velero/deployments/velero';
const BINDING = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/velero';

/**
 * Makes room for a module on a cluster whose Velero was installed otherwise:
 * its Deployment and its rights go, and its location is the default no more.
 * The server itself goes on running outside the cluster, with the account that
 * the module names.
 */
export async function makeRoom(
  cluster: VeleroCluster,
  applier: Applier,
): Promise<void> {
  await applier.makeWayAt(DEPLOYMENT);
  await applier.makeWayAt(BINDING);
  const location = cluster.path('backupstoragelocations', 'default');
  await cluster.wire.mergePatch(location, { spec: { default: false } });
  cluster.beforeCleanUp(() =>
    cluster.wire.mergePatch(location, { spec: { default: true } }),
  );
}
