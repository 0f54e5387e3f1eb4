import { startTestServer, watchEvents } from './testClient';

const BACKUPS = '/apis/velero.io/v1/namespaces/velero/backups';

describe('watch', () => {
  it('is closed by the server after a random time, properly', async () => {
    const test = await startTestServer({
      watchTimes: { minTimeoutMs: 50 },
      random: () => 0.5,
    });
    const watch = await test.admin.open('GET', `${BACKUPS}?watch=1`);
    expect((await watchEvents(watch).next()).done).toBe(true);
    expect(watch.complete).toBe(true);
    await test.server.close();
  });

  it('sends bookmarks as it goes, when there is progress to tell', async () => {
    const test = await startTestServer({ watchTimes: { bookmarkEveryMs: 20 } });
    const from = test.store.revision;
    const watch = await test.admin.open(
      'GET',
      `${BACKUPS}?watch=1&allowWatchBookmarks=true&resourceVersion=${from}`,
    );
    const events = watchEvents(watch);
    test.store.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'elsewhere', namespace: 'velero' },
    });
    expect((await events.next()).value).toEqual({
      type: 'BOOKMARK',
      object: {
        apiVersion: 'velero.io/v1',
        kind: 'Backup',
        metadata: { resourceVersion: String(from + 1) },
      },
    });
    watch.destroy();
    await test.server.close();
  });

  it('is counted while it is open', async () => {
    const test = await startTestServer();
    const watch = await test.admin.open('GET', `${BACKUPS}?watch=1`);
    expect(test.server.openWatches).toBe(1);
    const closed = new Promise(resolve => {
      watch.once('close', resolve);
    });
    test.server.faults.dropWatches();
    watch.resume();
    await closed;
    expect(test.server.openWatches).toBe(0);
    expect(test.server.requests.total({ verb: 'watch' })).toBe(1);
    await test.server.close();
  });

  it('is refused where Velero is not installed', async () => {
    const test = await startTestServer({ storeOptions: { crds: [] } });
    const answer = await test.admin.get(`${BACKUPS}?watch=1`);
    expect(answer.status).toBe(404);
    const crds = await test.admin.get(
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
    );
    expect(crds.body.items).toEqual([]);
    await test.server.close();
  });
});
