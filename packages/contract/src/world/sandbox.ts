import {
  contextName,
  createClusterStore,
  kubeconfig,
  startApiServer,
  veleroCrds,
} from '@appgear/velero-sandbox';
import { KubeConfig } from '@kubernetes/client-node';
import type { World } from './world';

const ADMIN = {
  name: 'admin',
  token: 'admin-of-a-sandbox',
  groups: ['system:masters'],
};
const PLUGIN = { name: 'backstage-velero-dr', token: 'plugin-of-a-sandbox' };

/** One emulated cluster with Velero's kinds and nobody who works on them. */
export async function sandboxWorld(): Promise<World> {
  const store = createClusterStore({
    crds: veleroCrds(),
    clock: { now: () => new Date() },
    namespaceTerminationMs: 100,
  });
  for (const name of ['default', 'velero']) {
    store.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
  // a cluster that somebody uses has a past which it forgot
  store.compact();
  const server = await startApiServer({
    name: 'sandbox',
    store,
    identities: [ADMIN, PLUGIN],
  });
  const as = (identity: string) => {
    const config = new KubeConfig();
    config.loadFromString(kubeconfig([server]));
    config.setCurrentContext(contextName(server.name, identity));
    return config;
  };
  return {
    clusters: [
      {
        name: server.name,
        admin: as(ADMIN.name),
        plugin: as(PLUGIN.name),
        veleroNamespace: 'velero',
      },
    ],
    close: () => server.close(),
  };
}
