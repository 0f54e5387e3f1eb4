import { TestCluster } from '../../__testUtils__';
import { createKubeClients, KubeClient, KubeError } from '../../clusters';
import { clusterSchema } from '../../config/clusters';
import { fleetSchema } from '../../config/fleet';
import { askPatiently } from './askPatiently';

const MINUTE_MS = 60_000;

/** A server that is busy, and asks to be left alone for so long. */
const busy = (retryAfterMs?: number) => async () => {
  throw new KubeError(429, '', 'too many requests', retryAfterMs);
};

const soon = () => ({ until: Date.now() + MINUTE_MS });

describe('askPatiently', () => {
  describe('at an API server', () => {
    let cluster: TestCluster;
    let client: KubeClient;
    /** So many of the next requests are refused with 429, for a second each. */
    let refusals = 0;

    beforeEach(async () => {
      cluster = await TestCluster.start({
        name: 'busy',
        random: () => (refusals-- > 0 ? 0 : 1),
      });
      cluster.server.faults.tooManyRequests(0.5);
      client = createKubeClients(
        [clusterSchema.parse(cluster.config)],
        fleetSchema.parse({}),
      ).get('busy')!;
    });

    afterEach(async () => {
      client.close();
      await cluster.close();
    });

    const create = () =>
      client.json({
        method: 'POST',
        path: '/apis/velero.io/v1/namespaces/velero/downloadrequests',
        body: {
          apiVersion: 'velero.io/v1',
          kind: 'DownloadRequest',
          metadata: { name: 'd1' },
          spec: { target: { kind: 'BackupLog', name: 'b1' } },
        },
      });

    const created = (code: number) =>
      cluster.server.requests.total({
        verb: 'create',
        resource: 'downloadrequests.velero.io',
        code,
      });

    it('asks again after as long as the server asks for', async () => {
      refusals = 2;
      const started = performance.now();
      await expect(askPatiently(create, soon())).resolves.toMatchObject({
        metadata: { name: 'd1' },
      });
      expect(performance.now() - started).toBeGreaterThan(1950);
      expect([created(429), created(201)]).toEqual([2, 1]);
    });

    it('does not wait past the time that it has', async () => {
      refusals = 5;
      await expect(
        askPatiently(create, { until: Date.now() + 500 }),
      ).rejects.toMatchObject({ status: 429 });
      expect(created(429)).toBe(1);
    });

    it('waits no longer when it is told to stop', async () => {
      refusals = 5;
      const stop = new AbortController();
      const asking = askPatiently(create, { ...soon(), signal: stop.signal });
      stop.abort();
      await expect(asking).rejects.toThrow(/abort/i);
      expect(created(429)).toBeLessThan(2);
    });
  });

  it.each([
    ['five times in all', busy(1), 5],
    ['once when it would have to wait for longer than 5 s', busy(5001), 1],
    [
      'once for another refusal',
      async () => {
        throw new KubeError(403, 'Forbidden', 'no');
      },
      1,
    ],
    [
      'once when nothing answers',
      async () => {
        throw new Error('ECONNREFUSED');
      },
      1,
    ],
  ])('asks %s', async (_, answer, times) => {
    const ask = jest.fn(answer);
    await expect(askPatiently(ask, soon())).rejects.toThrow();
    expect(ask).toHaveBeenCalledTimes(times);
  });
});
