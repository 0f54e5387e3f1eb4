import { setTimeout as sleep } from 'node:timers/promises';
import { KubeError } from '../../clusters';

/** How long an overloaded server is waited for. */
export interface Patience {
  /** Milliseconds since 1970. */
  until: number;
  signal?: AbortSignal;
}

const TRIES = 5;
/** Who asks for longer is left to the next try of the whole backup. */
const LONGEST_WAIT_MS = 5000;
/** For a proxy that says 429 without a time. */
const USUAL_WAIT_MS = 1000;

/**
 * Asks an API server again that is overloaded and says so (429): it has done
 * nothing yet, and one request in many would otherwise cost a whole backup its
 * turn.
 *
 * @throws what `ask` throws, in the end
 */
export async function askPatiently<T>(
  ask: () => Promise<T>,
  { until, signal }: Patience,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      const wait = waitAfter(error);
      if (!wait || tries === TRIES || Date.now() + wait > until) {
        throw error;
      }
      await sleep(wait, undefined, { signal, ref: false });
    }
  }
}

/** Undefined: asking again would not help. */
function waitAfter(error: unknown): number | undefined {
  if (!(error instanceof KubeError) || error.status !== 429) {
    return undefined;
  }
  const { retryAfterMs = USUAL_WAIT_MS } = error;
  return retryAfterMs <= LONGEST_WAIT_MS ? retryAfterMs : undefined;
}
