import {
  VeleroService,
  veleroServiceRef,
} from '@appgear/backstage-plugin-velero-node';
import {
  BackstageCredentials,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { startVeleroBackend, TestCluster } from './__testUtils__';

/** How another plugin of the same portal reads ours. */
describe('veleroServiceRef', () => {
  let cluster: TestCluster;
  let backend: Awaited<ReturnType<typeof startVeleroBackend>>;
  let velero: VeleroService;

  beforeAll(async () => {
    cluster = await TestCluster.start({ name: 'prod' });
    cluster.createWorkspace('checkout');
    cluster.createWorkspace('payments');
    cluster.createBackup('b1');
    cluster.createSchedule('daily');
    cluster.createRestore('r1', { spec: { backupName: 'b1' } });
    backend = await startVeleroBackend({
      clusters: [cluster],
      groups: ['group:default/team-checkout'],
      features: [
        createBackendPlugin({
          pluginId: 'other',
          register(env) {
            env.registerInit({
              deps: { service: veleroServiceRef },
              async init({ service }) {
                velero = service;
              },
            });
          },
        }),
      ],
    });
    await backend.untilLive();
  });

  afterAll(async () => {
    await backend.stop();
    await cluster.close();
  });

  const as = (credentials: BackstageCredentials) => ({ credentials });
  const service = as(mockCredentials.service('plugin:other'));

  it('shows everything to a service', async () => {
    expect(await velero.listClusters(service)).toMatchObject([
      { cluster: 'prod', state: 'live' },
    ]);
    expect(await velero.getOverview(service)).toMatchObject({
      workspaces: { total: 2 },
    });
    expect(
      await velero.listWorkspaces({ sort: 'id', limit: 1 }, service),
    ).toMatchObject({ total: 2, items: [{ id: 'checkout' }] });
    expect(await velero.getWorkspace('checkout', service)).toMatchObject({
      id: 'checkout',
      backups: [{ name: 'b1' }],
    });
    expect(await velero.listBackups({}, service)).toMatchObject({ total: 1 });
    expect(
      await velero.getBackup({ cluster: 'prod', name: 'b1' }, service),
    ).toMatchObject({ includedNamespaces: ['*'] });
    expect(await velero.listSchedules({}, service)).toMatchObject({ total: 1 });
    expect(await velero.listRestores({}, service)).toMatchObject({ total: 1 });
  });

  it('shows a person what that person may see', async () => {
    const developer = as(mockCredentials.user('user:default/developer'));
    const page = await velero.listWorkspaces({}, developer);
    expect(page.items.map(({ id }) => id)).toEqual(['checkout']);
    await expect(
      velero.getWorkspace('payments', developer),
    ).rejects.toMatchObject({ name: 'ResponseError', statusCode: 404 });
    await expect(velero.listClusters(developer)).rejects.toMatchObject({
      statusCode: 403,
    });
  });

  it('passes on what is wrong with a query', async () => {
    await expect(
      velero.listBackups({ limit: 0 }, service),
    ).rejects.toMatchObject({ statusCode: 400 });
  });
});
