import { once } from 'node:events';
import { startTestServer } from './testClient';

const BACKUPS = '/apis/velero.io/v1/namespaces/velero/backups';
const COUNT = 3000;

describe('a long list', () => {
  let test: Awaited<ReturnType<typeof startTestServer>>;

  beforeAll(async () => {
    test = await startTestServer({
      serviceTimes: { perObjectMs: 0.05, cachedPerObjectMs: 0 },
    });
    for (let number = 0; number < COUNT; number++) {
      test.store.create({
        apiVersion: 'velero.io/v1',
        kind: 'Backup',
        metadata: {
          name: `daily-${String(number).padStart(5, '0')}`,
          namespace: 'velero',
          labels: { parity: number % 2 ? 'odd' : 'even' },
          annotations: { 'appgear.io/note': `ünïcode ${number}` },
        },
        spec: { ttl: '720h0m0s', storageLocation: 'default' },
        status: { phase: 'Completed' },
      });
    }
  });

  afterAll(() => test.server.close());

  it('arrives complete and in order, in one go and page by page', async () => {
    const whole = await test.admin.get(`${BACKUPS}?resourceVersion=0`);
    const names = whole.body.items.map((item: any) => item.metadata.name);
    expect(names).toHaveLength(COUNT);
    expect(names).toEqual([...names].sort());

    const paged: string[] = [];
    let token = '';
    do {
      const { body } = await test.admin.get(
        `${BACKUPS}?limit=700&continue=${token}`,
      );
      paged.push(...body.items.map((item: any) => item.metadata.name));
      token = body.metadata.continue;
    } while (token);
    expect(paged).toEqual(names);
  });

  it('serves the very bytes of the store', async () => {
    const { body } = await test.admin.get(`${BACKUPS}?limit=1`);
    const backups = test.store.resourceType('backups', 'velero.io')!;
    expect(body.items[0]).toEqual(
      test.store.get(backups, 'daily-00000', 'velero'),
    );
  });

  it('counts the bytes of the wire', async () => {
    const before = test.server.bytesSent;
    const { body } = await test.admin.get(`${BACKUPS}?resourceVersion=0`);
    const size = JSON.stringify(body).length;
    const sent = test.server.bytesSent - before;
    expect(sent).toBeGreaterThan(size);
    expect(sent).toBeLessThan(size * 1.1);
  });

  it('lets others be served in between', async () => {
    const slow = test.admin.get(BACKUPS);
    const quick = test.admin.get('/version');
    const first = await Promise.race([
      slow.then(() => 'the list'),
      quick.then(() => 'the version'),
    ]);
    expect(first).toBe('the version');
    expect((await slow).body.items).toHaveLength(COUNT);
  });

  it('goes on when a client leaves in the middle', async () => {
    const response = await test.admin.open('GET', BACKUPS);
    await once(response, 'data');
    response.destroy();
    expect((await test.admin.get(`${BACKUPS}?limit=1`)).status).toBe(200);
  });

  it('counts every request by verb, resource, identity and answer', async () => {
    const { server, client } = test;
    server.requests.reset();
    await test.admin.get(`${BACKUPS}?limit=1`);
    await test.admin.get(`${BACKUPS}?limit=1`);
    await client('plugin-token').get(BACKUPS);
    await client('wrong').get(`${BACKUPS}/one`);
    expect(server.requests.entries()).toEqual([
      {
        verb: 'list',
        resource: 'backups.velero.io',
        namespace: 'velero',
        identity: 'admin',
        code: 200,
        count: 2,
      },
      expect.objectContaining({ identity: 'plugin', code: 403, count: 1 }),
      expect.objectContaining({
        verb: 'get',
        identity: 'unknown',
        code: 401,
        count: 1,
      }),
    ]);
    expect(
      server.requests.total({ verb: 'list', resource: 'backups.velero.io' }),
    ).toBe(3);
    expect(server.requests.total({ code: 403 })).toBe(1);
  });
});
