import { startTestServer } from './testClient';

const BACKUPS = '/apis/velero.io/v1/namespaces/velero/backups';

describe('malformed requests', () => {
  let test: Awaited<ReturnType<typeof startTestServer>>;

  beforeAll(async () => {
    test = await startTestServer();
  });

  afterAll(() => test.server.close());

  it.each([
    ['GET', '/api/%zz', 400],
    ['GET', `${BACKUPS}?fieldSelector=nonsense`, 400],
    ['GET', `${BACKUPS}?labelSelector=a=b=c`, 400],
    ['TRACE', BACKUPS, 405],
    ['PUT', BACKUPS, 400],
    ['PATCH', `${BACKUPS}/b1`, 415],
    ['GET', '//', 400],
  ])('%s %s is %i, and the server lives on', async (method, path, status) => {
    expect((await test.admin.send(method, path)).status).toBe(status);
    expect((await test.admin.get('/readyz')).body).toBe('ok');
  });

  it('a body beyond the limit is 413', async () => {
    const { status, body } = await test.admin.send('POST', BACKUPS, {
      metadata: { name: 'x', annotations: { a: 'x'.repeat(4_000_000) } },
    });
    expect(status).toBe(413);
    expect(body.reason).toBe('RequestEntityTooLarge');
  });
});
