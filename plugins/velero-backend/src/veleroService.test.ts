import { says } from '@appgear/backstage-plugin-velero-common';
import {
  VeleroService,
  veleroServiceRef,
} from '@appgear/backstage-plugin-velero-node';
import {
  BackstageCredentials,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { eventually, startVeleroBackend, TestCluster } from './__testUtils__';

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

  it('tells what would be held, of schedules there are and of new ones', async () => {
    const asked = { cluster: 'prod', workspace: 'checkout' };
    expect(
      await velero.getScheduleCoverage({ ...asked, name: 'daily' }, service),
    ).toMatchObject({ cluster: 'prod', assessment: expect.anything() });
    const schedule = `apiVersion: velero.io/v1
kind: Schedule
metadata: { name: nightly }
spec: { schedule: '@daily', template: { includedNamespaces: [ws-checkout] } }`;
    const coverage = await velero.simulateCoverage(
      { ...asked, schedule },
      service,
    );
    expect(coverage).toMatchObject({ cluster: 'prod' });
    expect(coverage.assessment).toBeUndefined();
  });

  it('is the gate for people, and for people alone', async () => {
    const operator = as(mockCredentials.user('user:default/operator'));
    const asked = { cluster: 'nowhere', spec: { backupName: 'b1' } };
    expect(await velero.previewRestore(asked, operator)).toEqual({
      obstacles: [says('gate.noCluster', { cluster: 'nowhere' })],
    });
    expect(
      await velero.listRestoreRequests(
        { state: 'pending,approved', waitsForMe: undefined },
        operator,
      ),
    ).toMatchObject({ items: [], total: 0 });
    const id = '00000000-0000-4000-8000-000000000000';
    await expect(velero.getRestoreRequest(id, operator)).rejects.toMatchObject({
      statusCode: 404,
    });
    await expect(
      velero.fileRestoreRequest(
        { ...asked, digest: '0'.repeat(64), reason: 'it was lost by mistake' },
        operator,
      ),
    ).rejects.toMatchObject({
      statusCode: 422,
      cause: { message: expect.stringContaining('no cluster nowhere') },
    });
    await expect(velero.previewRestore(asked, service)).rejects.toMatchObject({
      statusCode: 403,
    });
    await expect(velero.listRestoreRequests({}, service)).rejects.toMatchObject(
      { statusCode: 403 },
    );
  });

  it('assesses workspaces that may be seen', async () => {
    const developer = as(mockCredentials.user('user:default/developer'));
    await eventually(async () =>
      expect(await velero.getProtection('checkout', developer)).toMatchObject({
        workspace: 'checkout',
      }),
    );
    expect(
      await velero.listRecoveryPoints(
        { workspace: 'checkout', limit: 5 },
        developer,
      ),
    ).toMatchObject({ offset: 0, limit: 5 });
    await expect(
      velero.getProtection('payments', developer),
    ).rejects.toMatchObject({ statusCode: 404 });
    await expect(
      velero.listRecoveryPoints({ workspace: 'payments' }, developer),
    ).rejects.toMatchObject({ statusCode: 404 });
  });

  it('passes on what is wrong with a query', async () => {
    await expect(
      velero.listBackups({ limit: 0 }, service),
    ).rejects.toMatchObject({ statusCode: 400 });
  });
});
