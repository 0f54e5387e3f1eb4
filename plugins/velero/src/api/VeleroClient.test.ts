import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { mockApis, registerMswTestHooks } from '@backstage/frontend-test-utils';
import { VeleroClient } from './VeleroClient';

const BASE = 'http://portal.test/api/velero';

describe('VeleroClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const createClient = () =>
    new VeleroClient({
      discoveryApi: mockApis.discovery({ baseUrl: 'http://portal.test' }),
      fetchApi: mockApis.fetch(),
    });

  it('asks for what changed since, and returns the same object when nothing did', async () => {
    const seen: (string | null)[] = [];
    server.use(
      http.get(`${BASE}/overview`, ({ request }) => {
        seen.push(request.headers.get('If-None-Match'));
        return request.headers.get('If-None-Match') === 'W/"1"'
          ? new HttpResponse(null, { status: 304 })
          : HttpResponse.json({ clusters: [] }, { headers: { ETag: 'W/"1"' } });
      }),
    );
    const client = createClient();
    const first = await client.getOverview();
    const second = await client.getOverview();

    expect(first).toEqual({ clusters: [] });
    expect(second).toBe(first);
    expect(seen).toEqual([null, 'W/"1"']);
  });

  it('takes the new answer and its ETag when something changed', async () => {
    let version = 1;
    const seen: (string | null)[] = [];
    server.use(
      http.get(`${BASE}/overview`, ({ request }) => {
        seen.push(request.headers.get('If-None-Match'));
        return HttpResponse.json(
          { version },
          { headers: { ETag: `"${version}"` } },
        );
      }),
    );
    const client = createClient();
    await client.getOverview();
    version = 2;

    await expect(client.getOverview()).resolves.toEqual({ version: 2 });
    await client.getOverview();
    expect(seen).toEqual([null, '"1"', '"2"']);
  });

  it('returns the same object for an equal answer where the ETag is hidden', async () => {
    server.use(
      http.get(`${BASE}/overview`, () => HttpResponse.json({ clusters: [] })),
    );
    const client = createClient();
    const first = await client.getOverview();

    expect(await client.getOverview()).toBe(first);
  });

  it('keeps the answers to different questions apart', async () => {
    server.use(
      http.get(`${BASE}/workspaces`, ({ request }) =>
        HttpResponse.json(
          { asked: new URL(request.url).search },
          { headers: { ETag: '"same"' } },
        ),
      ),
    );
    const client = createClient();

    await expect(
      client.getWorkspaces({ search: 'a b', tenant: undefined, offset: 0 }),
    ).resolves.toEqual({ asked: '?search=a+b&offset=0' });
    await expect(client.getWorkspaces({})).resolves.toEqual({ asked: '' });
  });

  it('escapes names in addresses', async () => {
    server.use(
      http.get(`${BASE}/backups/:cluster/:name`, ({ params }) =>
        HttpResponse.json(params),
      ),
    );

    await expect(
      createClient().getBackup({ cluster: 'eu/1', name: '../x?y' }),
    ).resolves.toEqual({ cluster: 'eu/1', name: '../x?y' });
  });

  it('rejects with the status and the sentence of the backend', async () => {
    server.use(
      http.get(`${BASE}/workspaces/ws-a`, () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'Needs a permission' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );

    await expect(createClient().getWorkspace('ws-a')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
      body: { error: { message: 'Needs a permission' } },
    });
  });

  it('ends with the signal', async () => {
    server.use(http.get(`${BASE}/overview`, () => new Promise(() => {})));
    const abort = new AbortController();
    const asked = createClient().getOverview({ signal: abort.signal });
    abort.abort();

    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('sends a manifest to be tried, and takes the backend’s refusal', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post(`${BASE}/coverage`, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(
          {
            error: { name: 'InputError', message: 'Not YAML' },
            response: { statusCode: 400 },
          },
          { status: 400 },
        );
      }),
    );
    const body = { cluster: 'prod-sp', schedule: 'kind: Schedule' };
    await expect(createClient().simulateCoverage(body)).rejects.toMatchObject({
      statusCode: 400,
      body: { error: { message: 'Not YAML' } },
    });
    expect(sent).toEqual([body]);
  });

  it('downloads a report with its span', async () => {
    server.use(
      http.get(`${BASE}/compliance`, ({ request }) =>
        HttpResponse.text(new URL(request.url).search),
      ),
    );
    const file = await createClient().downloadCompliance(
      { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
      'csv',
    );
    expect(file.size).toBe(
      '?from=2026-01-01T00%3A00%3A00Z&to=2026-02-01T00%3A00%3A00Z&format=csv'
        .length,
    );
  });
});
