import {
  ApiException,
  CustomObjectsApi,
  KubeConfig,
  makeInformer,
  type Informer,
  type KubernetesListObject,
  type KubernetesObject,
} from '@kubernetes/client-node';
import { CuttableProxy } from '../wire/cuttableProxy';
import { eventually } from '../wire/eventually';
import { openWorkspace, type Workspace } from './workspace';

jest.setTimeout(60_000);

const GROUP = 'velero.io';
const VERSION = 'v1';

describe('Kubernetes: @kubernetes/client-node', () => {
  let workspace: Workspace;
  let proxy: CuttableProxy;
  let config: KubeConfig;

  beforeAll(async () => {
    workspace = await openWorkspace();
    proxy = await CuttableProxy.to(workspace.wire.server);
    config = throughProxy(workspace.cluster.admin, proxy.url);
  });

  afterAll(async () => {
    await proxy.close();
    await workspace.close();
  });

  const create = (name: string) =>
    workspace.wire.post(workspace.velero('backups'), workspace.backup(name));
  const request = () => ({
    group: GROUP,
    version: VERSION,
    namespace: workspace.namespace,
    plural: 'backups',
  });

  it('lists page by page', async () => {
    await Promise.all(['l1', 'l2', 'l3'].map(create));
    const api = config.makeApiClient(CustomObjectsApi);
    const names: string[] = [];
    let next: string | undefined;
    do {
      const page = await api.listNamespacedCustomObject({
        ...request(),
        limit: 2,
        _continue: next,
      });
      names.push(...page.items.map((item: any) => item.metadata.name));
      next = page.metadata._continue ?? page.metadata.continue;
    } while (next);
    expect(names).toEqual(['l1', 'l2', 'l3']);
  });

  it('throws an ApiException with the server’s Status', async () => {
    const api = config.makeApiClient(CustomObjectsApi);
    const error = await api
      .getNamespacedCustomObject({ ...request(), name: 'nothing' })
      .catch(caught => caught);
    expect(error).toBeInstanceOf(ApiException);
    expect(error.code).toBe(404);
    const body =
      typeof error.body === 'string' ? JSON.parse(error.body) : error.body;
    expect(body).toMatchObject({ kind: 'Status', reason: 'NotFound' });
  });

  it('an informer loses no event when its connection is cut', async () => {
    const { informer, seen, lists } = startInformer();
    await informer.start();
    await create('i1');
    await eventually('event i1', async () => seen, has('add i1'));

    for (const name of ['i2', 'i3', 'i4']) {
      proxy.cut();
      await create(name);
      await workspace.wire.mergePatch(workspace.velero('backups', name), {
        spec: { ttl: '1h0m0s' },
      });
      await eventually(`event ${name}`, async () => seen, has(`add ${name}`));
      await eventually(
        `change of ${name}`,
        async () => seen,
        has(`update ${name}`),
      );
    }
    proxy.cut();
    await workspace.wire.delete(workspace.velero('backups', 'i1'));
    await eventually('end of i1', async () => seen, has('delete i1'));
    await informer.stop();

    expect(lists.count).toBe(1);
    for (const event of ['add i2', 'update i2', 'add i3', 'add i4']) {
      expect(seen.filter(one => one === event)).toHaveLength(1);
    }
  });

  /** Restarts after an error, as its users must. */
  function startInformer() {
    const seen: string[] = [];
    const lists = { count: 0 };
    const api = config.makeApiClient(CustomObjectsApi);
    const list = async () => {
      lists.count++;
      return api.listNamespacedCustomObject(request()) as Promise<
        KubernetesListObject<KubernetesObject>
      >;
    };
    const informer: Informer<KubernetesObject> = makeInformer(
      config,
      workspace.velero('backups'),
      list,
    );
    for (const verb of ['add', 'update', 'delete'] as const) {
      informer.on(verb, ({ metadata }) => {
        seen.push(`${verb} ${metadata?.name}`);
      });
    }
    informer.on('error', () => {
      setTimeout(() => informer.start(), 50);
    });
    return { informer, seen, lists };
  }
});

function has(wanted: string): (seen: string[]) => boolean {
  return seen => seen.includes(wanted);
}

function throughProxy(original: KubeConfig, server: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromString(original.exportConfig());
  const cluster = config.getCurrentCluster()!;
  config.clusters = config.clusters.map(one =>
    one.name === cluster.name ? { ...one, server } : one,
  );
  return config;
}
