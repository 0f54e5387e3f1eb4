import { Sandbox, startSandbox } from '../sandbox';
import { Scenario, parseScenario } from '../scenarios';
import { ControlServer } from '.';

const SCENARIO = `
title: Controlled
buckets: [dr]
clusters:
  - { name: one, title: One, role: production, velero: {}, namespaces: [{ name: velero }], manifests: [location] }
  - { name: bare, title: Bare, role: staging }
`;

const scenario: Scenario = {
  ...parseScenario(SCENARIO, 'inline'),
  manifests: {
    location: [
      {
        apiVersion: 'velero.io/v1',
        kind: 'BackupStorageLocation',
        metadata: { name: 'default', namespace: 'velero' },
        spec: {
          provider: 'aws',
          default: true,
          objectStorage: { bucket: 'dr' },
        },
      },
      {
        apiVersion: 'velero.io/v1',
        kind: 'Schedule',
        metadata: { name: 'daily', namespace: 'velero', labels: { a: 'b' } },
        spec: { schedule: '0 1 * * *', template: { ttl: '24h' } },
      },
    ],
  },
};

describe('the control endpoint', () => {
  let sandbox: Sandbox;
  let control: ControlServer;

  beforeAll(async () => {
    sandbox = await startSandbox({
      scenario,
      clock: { now: new Date('2026-01-01T00:00:00Z'), speed: 0 },
    });
    control = new ControlServer(sandbox);
    await control.listen();
    sandbox.clock.advance(120_000);
  });
  afterAll(async () => {
    await control.close();
    await sandbox.close();
  });

  async function ask(method: string, path: string, body?: unknown) {
    const response = await fetch(`${control.url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${control.token}` },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, ...(await response.json()) };
  }

  it('wants its token', async () => {
    expect((await fetch(control.url)).status).toBe(401);
  });

  it('says where the sandbox is', async () => {
    expect(await ask('GET', '/')).toMatchObject({
      clock: { speed: 0 },
      clusters: [
        { name: 'one', faults: { down: false }, velero: { running: true } },
        { name: 'bare' },
      ],
      buckets: [{ name: 'dr', fault: 'none' }],
    });
  });

  it('moves time', async () => {
    const before = sandbox.clock.now().getTime();
    await ask('POST', '/clock', { advance: '90m' });
    expect(sandbox.clock.now().getTime() - before).toBe(90 * 60_000);
    expect(await ask('POST', '/clock', { speed: 10 })).toMatchObject({
      speed: 10,
    });
    await ask('POST', '/clock', { speed: 0 });
  });

  it('breaks a cluster, and mends it', async () => {
    const faults = { latencyMs: 5, tooManyRequestsShare: 1, down: true };
    expect(await ask('POST', '/clusters/one/faults', faults)).toMatchObject(
      faults,
    );
    await expect(fetch(sandbox.clusters.one.api.url)).rejects.toThrow();
    expect(await ask('DELETE', '/clusters/one/faults')).toMatchObject({
      latencyMs: 0,
      down: false,
    });
  });

  it('creates a backup, and runs a schedule', async () => {
    expect(
      await ask('POST', '/clusters/one/backups', { name: 'now' }),
    ).toMatchObject({ backup: 'now' });
    const { backup } = await ask('POST', '/clusters/one/schedules/daily/run');
    sandbox.clock.advance(60_000);
    const { backups } = sandbox.clusters.one.velero!.api;
    expect(backups.get('now')?.status?.phase).toBe('Completed');
    expect(backups.get(backup)).toMatchObject({
      metadata: { labels: { a: 'b', 'velero.io/schedule-name': 'daily' } },
      spec: { ttl: '24h' },
      status: { phase: 'Completed' },
    });
  });

  it('lets Velero hang, and restarts it', async () => {
    await ask('POST', '/clusters/one/velero', { hang: 'stuck' });
    await ask('POST', '/clusters/one/backups', { name: 'stuck-1' });
    sandbox.clock.advance(60_000);
    const phase = () =>
      sandbox.clusters.one.velero!.api.backups.get('stuck-1')?.status?.phase;
    expect(phase()).toBe('InProgress');
    await ask('POST', '/clusters/one/velero', {
      clearFaults: true,
      restart: true,
    });
    expect(phase()).toBe('Failed');
  });

  it('breaks a bucket and its files, and mends them', async () => {
    const { faults } = sandbox.objectStore.store;
    await ask('POST', '/buckets/dr/faults', { bucket: 'unavailable' });
    expect(faults.ofBucket('dr')).toBe('unavailable');
    await ask('POST', '/buckets/dr/faults', {
      keyPart: 'results',
      fault: { kind: 'truncated' },
    });
    expect(faults.ofObject('dr', 'x-results.gz')).toEqual({
      kind: 'truncated',
    });
    await ask('DELETE', '/buckets/dr/faults');
    expect(faults.ofBucket('dr')).toBeUndefined();
    expect(faults.ofObject('dr', 'x-results.gz')).toBeUndefined();
  });

  it.each([
    ['GET', '/nothing', undefined, 404, /there are GET \/, POST \/clock/],
    [
      'POST',
      '/clock',
      { advance: 'soon' },
      400,
      /^advance: 'soon' is not a duration/,
    ],
    ['POST', '/clock', { advance: '-1h' }, 400, /time goes forward only/],
    ['POST', '/clock', { speeed: 1 }, 400, /Unrecognized key: "speeed"/],
    [
      'POST',
      '/clusters/two/faults',
      {},
      404,
      /no cluster 'two'; there are one, bare/,
    ],
    ['POST', '/clusters/one/faults', { down: 'yes' }, 400, /^down: /],
    [
      'POST',
      '/clusters/bare/velero',
      {},
      404,
      /Velero is not installed on bare/,
    ],
    [
      'POST',
      '/clusters/one/schedules/x/run',
      {},
      404,
      /no schedule 'x' on one; there are daily/,
    ],
    [
      'POST',
      '/clusters/one/backups',
      { name: 'Bad_Name' },
      422,
      /Invalid value: "Bad_Name"/,
    ],
    ['POST', '/buckets/x/faults', {}, 404, /no bucket 'x'; there are dr/],
  ])('refuses %s %s %j', async (method, path, body, status, message) => {
    const answer = await ask(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.error).toMatch(message);
  });
});
