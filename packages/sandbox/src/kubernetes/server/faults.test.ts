import { once } from 'node:events';
import { createServer } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { startTestServer, watchEvents } from './testClient';

const BACKUPS = '/apis/velero.io/v1/namespaces/velero/backups';

describe('faults', () => {
  let test: Awaited<ReturnType<typeof startTestServer>>;

  beforeEach(async () => {
    test = await startTestServer();
  });

  afterEach(() => test.server.close());

  const createBackup = (name: string) =>
    test.store.create({
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: { name, namespace: 'velero' },
      spec: {},
    });

  it('dropWatches ends watches properly, and a client goes on where it was', async () => {
    const { admin, server } = test;
    const first = createBackup('b1');
    const path = `${BACKUPS}?watch=1&resourceVersion=${first.metadata.resourceVersion}`;
    const watch = await admin.open('GET', path);
    const events = watchEvents(watch);
    server.faults.dropWatches();
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(watch.complete).toBe(true);

    createBackup('b2');
    const again = watchEvents(await admin.open('GET', path));
    expect((await again.next()).value).toMatchObject({
      type: 'ADDED',
      object: { metadata: { name: 'b2' } },
    });
  });

  it('resetConnections cuts a watch in the middle', async () => {
    const { admin, server } = test;
    const watch = await admin.open('GET', `${BACKUPS}?watch=1`);
    const events = watchEvents(watch);
    server.faults.resetConnections();
    await expect(events.next()).rejects.toThrow(/aborted|ECONNRESET/);
  });

  it('expireVersions makes old versions and continue tokens 410', async () => {
    const { admin, server } = test;
    const { metadata } = createBackup('b1');
    createBackup('b2');
    const page = await admin.get(`${BACKUPS}?limit=1`);
    createBackup('b3');
    server.faults.expireVersions();

    const watch = await admin.open(
      'GET',
      `${BACKUPS}?watch=1&resourceVersion=${metadata.resourceVersion}`,
    );
    expect(watch.statusCode).toBe(200);
    const events = watchEvents(watch);
    expect((await events.next()).value).toMatchObject({
      type: 'ERROR',
      object: {
        code: 410,
        reason: 'Expired',
        message: `too old resource version: ${metadata.resourceVersion} (${test.store.revision})`,
      },
    });
    expect((await events.next()).done).toBe(true);

    const token = page.body.metadata.continue;
    const next = await admin.get(`${BACKUPS}?limit=1&continue=${token}`);
    expect(next.status).toBe(410);
    expect(next.body).toMatchObject({
      reason: 'Expired',
      message: expect.stringContaining('is too old to display'),
    });
    // the answer carries a token that goes on without consistency
    const rest = await admin.get(
      `${BACKUPS}?continue=${next.body.metadata.continue}`,
    );
    expect(rest.body.items.map((item: any) => item.metadata.name)).toEqual([
      'b2',
      'b3',
    ]);
  });

  it('tooManyRequests answers as plain text, with Retry-After', async () => {
    const { admin, server } = test;
    server.faults.tooManyRequests(1);
    expect(await admin.get(BACKUPS)).toMatchObject({
      status: 429,
      headers: {
        'retry-after': '1',
        'content-type': 'text/plain; charset=utf-8',
      },
      body: 'Too many requests, please try again later.\n',
    });
    expect((await admin.get('/readyz')).body).toBe('ok');
    await server.faults.clear();
    expect((await admin.get(BACKUPS)).status).toBe(200);
  });

  it('unauthorized knows no token, as when all have expired', async () => {
    const { admin, client, server } = test;
    server.faults.unauthorized(true);
    expect(await admin.get(BACKUPS)).toMatchObject({
      status: 401,
      body: { kind: 'Status', reason: 'Unauthorized', code: 401 },
    });
    expect((await client().get('/readyz')).status).toBe(200);
    await server.faults.clear();
    expect((await admin.get(BACKUPS)).status).toBe(200);
  });

  it('latency delays answers', async () => {
    const { admin, server } = test;
    server.faults.latency(60_000);
    const slow = admin.get(BACKUPS).catch(error => error);
    const outcome = await Promise.race([slow, admin.get('/readyz')]);
    expect(outcome.body).toBe('ok');
    server.faults.resetConnections();
    expect(await slow).toMatchObject({ code: 'ECONNRESET' });
  });

  it('halfOpen accepts and never answers, until it ends', async () => {
    const { admin, server } = test;
    const watch = await admin.open('GET', `${BACKUPS}?watch=1`);
    const events = watchEvents(watch);
    server.faults.halfOpen(true);
    const held = admin.get('/readyz').catch(error => error);
    while (server.openConnections < 2) {
      await setImmediate();
    }
    createBackup('b1');

    server.faults.halfOpen(false);
    // neither has had an answer or an event: both learn only of the cut
    expect(await held).toMatchObject({ code: 'ECONNRESET' });
    await expect(events.next()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await admin.get('/readyz')).body).toBe('ok');
  });

  it('down refuses connections, and comes back on the same port', async () => {
    const { admin, server } = test;
    const { url } = server;
    await server.faults.down(true);
    await expect(admin.get('/readyz')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await server.faults.down(false);
    expect(server.url).toBe(url);
    expect((await admin.get('/readyz')).body).toBe('ok');
  });

  it('down cannot end while something else has the port', async () => {
    const { server } = test;
    const port = Number(new URL(server.url).port);
    await server.faults.down(true);
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    await expect(server.faults.down(false)).rejects.toMatchObject({
      code: 'EADDRINUSE',
      port,
    });
    other.close();
    await once(other, 'close');
    await server.faults.down(false);
    expect((await test.admin.get('/readyz')).body).toBe('ok');
  });

  it('certificate shows one that clients must not trust', async () => {
    const { admin, server } = test;
    await server.faults.certificate('foreign');
    await expect(admin.get('/readyz')).rejects.toThrow(/certificate/);
    await server.faults.certificate('expired');
    await expect(admin.get('/readyz')).rejects.toMatchObject({
      code: 'CERT_HAS_EXPIRED',
    });
    await server.faults.clear();
    expect((await admin.get('/readyz')).body).toBe('ok');
  });
});
