import { Random } from '../clock';
import { ClusterStore } from '../kubernetes';
import { apply, substitute } from './manifests';
import { createApp } from './objects/app';
import { clusterObjects, nodeName } from './objects/cluster';
import { TENANT_LABEL, WORKSPACE_LABEL } from './objects/labels';
import {
  bulkObjects,
  namespaceObjects,
  workspaceNamespace,
} from './objects/namespace';
import { veleroInstallation } from './objects/veleroInstallation';
import { Scenario, ScenarioApp, ScenarioCluster } from './schema';

/** Puts into an empty cluster what its scenario says that it begins with. */
export function fillCluster(
  cluster: ScenarioCluster,
  scenario: Scenario,
  variables: Readonly<Record<string, string>>,
  store: ClusterStore,
  random: Random,
): void {
  const create = (object: Parameters<ClusterStore['create']>[0]) =>
    store.create(object);
  const hasKind = ({ kind }: { kind: string }) =>
    store.resourceTypes.some(type => type.kind === kind);
  const createApps = (
    namespace: string,
    apps: readonly ScenarioApp[],
    labels: Record<string, string>,
  ) => {
    const nodes = Array.from({ length: cluster.nodes }, (_, index) =>
      nodeName(cluster.name, index),
    );
    const place = { namespace, nodes, labels, random: random.fork(namespace) };
    apps.forEach(app => createApp(app, store, place, cluster.storageClasses));
  };

  clusterObjects(cluster).filter(hasKind).forEach(create);
  for (const { name, labels, annotations, apps } of cluster.namespaces) {
    namespaceObjects(name, labels, annotations).forEach(create);
    createApps(name, apps, labels);
  }
  veleroInstallation(cluster).forEach(create);
  for (const workspace of cluster.workspaces) {
    const { id, tenant, apps, bulk } = workspace;
    workspaceNamespace(workspace).forEach(create);
    createApps(id, apps, {
      [WORKSPACE_LABEL]: id,
      ...(tenant ? { [TENANT_LABEL]: tenant } : {}),
    });
    bulkObjects(id, bulk).forEach(create);
  }
  for (const file of cluster.manifests) {
    for (const manifest of scenario.manifests[file]) {
      apply(substitute(manifest, variables), store);
    }
  }
}
