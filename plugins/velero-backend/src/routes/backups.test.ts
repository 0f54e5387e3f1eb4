import { BackupSummary } from '@appgear/backstage-plugin-velero-common';
import { startVeleroBackend, TestCluster } from '../__testUtils__';

jest.setTimeout(60_000);

describe('GET /backups', () => {
  let cluster: TestCluster;
  let backend: Awaited<ReturnType<typeof startVeleroBackend>>;

  beforeAll(async () => {
    cluster = await TestCluster.start({ name: 'prod' });
    cluster.createBackup('unseen', { status: {} });
    cluster.createBackup('new', { status: { phase: 'New' } });
    cluster.createBackup('done');
    backend = await startVeleroBackend({ clusters: [cluster] });
    await backend.untilLive();
  });

  afterAll(async () => {
    await backend.stop();
    await cluster.close();
  });

  it.each([
    ['phase=New', ['new', 'unseen']],
    ['phase=', ['new', 'unseen']],
    ['phase=Completed', ['done']],
    ['', ['done', 'new', 'unseen']],
  ])('finds by "%s"', async (query, names) => {
    const { body } = await backend
      .get(`/backups?sort=name&${query}`)
      .expect(200);
    const items: BackupSummary[] = body.items;
    expect(items.map(({ name }) => name)).toEqual(names);
  });
});
