import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { KubeClient } from '../clusters';
import { Credentials } from '../clusters/Credentials';
import { loadKubeConfig } from '../clusters/loadKubeConfig';
import { clusterSchema } from '../config/clusters';
import { WorkShare } from '../fleet';
import { TestCluster } from '../__testUtils__';
import { readCluster } from './readCluster';

jest.setTimeout(30_000);

interface Rule {
  apiGroups: string[];
  resources: string[];
}

it('needs all that deploy/rbac.yaml grants for the inventory, and nothing more', async () => {
  const cluster = await TestCluster.start({ name: 'one' });
  cluster.createWorkspace('shop');
  const client = new KubeClient(
    'one',
    new Credentials(() => loadKubeConfig(clusterSchema.parse(cluster.config))),
    { requestTimeout: 5_000 },
  );

  const live = await readCluster({
    client,
    namespaces: ['ws-shop'],
    pageSize: 500,
    share: new WorkShare(),
    signal: new AbortController().signal,
  });
  client.close();
  await cluster.close();

  const made = cluster.server.requests.entries();
  expect(live.unreadable).toEqual([]);
  expect(made.filter(({ code }) => code === 403)).toEqual([]);
  const listed = made
    .filter(({ verb }) => verb === 'list')
    .map(({ resource }) => resource)
    .sort();
  const served = grantedBy('backstage-velero-inventory').filter(name => {
    const [plural, ...group] = name.split('.');
    return cluster.store.resourceType(plural, group.join('.'));
  });
  expect(listed).toEqual(served);
});

/** What a ClusterRole of the file lets list, as `deployments.apps`. */
function grantedBy(role: string): string[] {
  const file = path.resolve(__dirname, '../../../../deploy/rbac.yaml');
  const { rules } = parseAllDocuments(readFileSync(file, 'utf8'))
    .map(document => document.toJS())
    .find(
      ({ kind, metadata }) => kind === 'ClusterRole' && metadata.name === role,
    );
  return rules
    .flatMap(({ apiGroups: [group], resources }: Rule) =>
      resources.map(name => (group ? `${name}.${group}` : name)),
    )
    .sort();
}
