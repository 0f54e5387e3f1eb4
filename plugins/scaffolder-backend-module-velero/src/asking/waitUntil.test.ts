import { ServiceUnavailableError } from '@backstage/errors';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonValue } from '@backstage/types';
import { Look, waitUntil } from './waitUntil';

const found = { found: 'it' };
const waiting = { waitingFor: 'a vote' };

/** A task whose checkpoints outlive its worker. */
function task(signal?: AbortSignal) {
  const kept = new Map<string, unknown>();
  const context = () => ({
    ...createMockActionContext(),
    signal,
    checkpoint: async <T extends JsonValue | void>(part: {
      key: string;
      fn: () => Promise<T> | T;
    }) => {
      if (!kept.has(part.key)) kept.set(part.key, await part.fn());
      return kept.get(part.key) as T;
    },
  });
  return { context };
}

describe('waitUntil', () => {
  const wait = (looks: Array<Look<string> | Error>, timeout = 60_000) =>
    waitUntil(task().context(), {
      timeout,
      every: 1,
      look: async () => {
        const now = looks.shift() ?? waiting;
        if (now instanceof Error) throw now;
        return now;
      },
    });

  it('waits until something is found, also while the backend is away', async () => {
    const away = new ServiceUnavailableError('restarting');
    expect(await wait([waiting, away, waiting, found])).toEqual(found);
  });

  it('ends with a refusal', async () => {
    await expect(wait([waiting, new Error('403')])).rejects.toThrow('403');
  });

  it('says what it waited for when the time is over', async () => {
    expect(await wait([], 5)).toEqual(waiting);
  });

  it('waits for the rest of the time after a crash, not anew', async () => {
    const { context } = task();
    let looks = 0;
    const look = async () => {
      looks++;
      return waiting;
    };
    await waitUntil(context(), { timeout: 1, every: 1, look });
    looks = 0;
    await waitUntil(context(), { timeout: 3_600_000, every: 1, look });
    expect(looks).toBe(1);
  });

  it('stops when the task is cancelled', async () => {
    const controller = new AbortController();
    const ended = waitUntil(task(controller.signal).context(), {
      timeout: 60_000,
      every: 60_000,
      look: async () => {
        controller.abort();
        return waiting;
      },
    });
    await expect(ended).rejects.toThrow(/cancelled/);
  });
});
