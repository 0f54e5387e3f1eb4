import { KubeError } from '../../clusters';
import { askPatiently } from './askPatiently';

const MINUTE_MS = 60_000;

/** A server that is busy, and asks to be left alone for so long. */
const busy = (retryAfterMs?: number) => async () => {
  throw new KubeError(429, '', 'too many requests', retryAfterMs);
};

const soon = () => ({ until: Date.now() + MINUTE_MS });

describe('askPatiently', () => {
  it('asks again after as long as the server asks for', async () => {
    const ask = jest
      .fn<Promise<string>, []>(async () => 'done')
      .mockImplementationOnce(busy(20))
      .mockImplementationOnce(busy(30));
    const started = performance.now();
    await expect(askPatiently(ask, soon())).resolves.toBe('done');
    // A timer may be early by a part of a millisecond.
    expect(performance.now() - started).toBeGreaterThan(48);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('does not wait past the time that it has', async () => {
    const ask = jest.fn(busy(1000));
    await expect(
      askPatiently(ask, { until: Date.now() + 500 }),
    ).rejects.toMatchObject({ status: 429 });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('waits no longer when it is told to stop', async () => {
    const ask = jest.fn(busy(1000));
    const stop = new AbortController();
    const asking = askPatiently(ask, { ...soon(), signal: stop.signal });
    stop.abort();
    await expect(asking).rejects.toThrow(/abort/i);
    expect(ask).toHaveBeenCalledTimes(1);
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
