import { ServiceUnavailableError } from '@backstage/errors';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { setTimeout as pause } from 'node:timers/promises';

/** What one look found: the end, or what is still waited for. */
export type Look<T> = { found: T } | { waitingFor: string };

export interface Waiting<T> {
  /** Milliseconds. */
  timeout: number;
  /** Milliseconds between looks. */
  every: number;
  /** A `ServiceUnavailableError` of it is waited out; others end the waiting. */
  look: () => Promise<Look<T>>;
}

type Context = Pick<
  ActionContext<any, any>,
  'checkpoint' | 'logger' | 'signal'
>;

/**
 * Looks until something is found. The end of the waiting is a checkpoint: a
 * task that is taken up by another worker waits for the rest of the time, not
 * anew.
 *
 * @returns what was found, or what was last waited for when the time is over
 * @throws Error when the task is cancelled
 */
export async function waitUntil<T>(
  ctx: Context,
  { timeout, every, look }: Waiting<T>,
): Promise<Look<T>> {
  const deadline = await ctx.checkpoint({
    key: 'deadline',
    fn: async () => Date.now() + timeout,
  });
  let told: string | undefined;
  for (;;) {
    const now = await lookOnce(look);
    if ('found' in now) return now;
    if (now.waitingFor !== told) {
      told = now.waitingFor;
      ctx.logger.info(`Waiting: ${told}`);
    }
    const left = deadline - Date.now();
    if (left <= 0) return now;
    await pauseFor(Math.min(every, left), ctx.signal);
  }
}

async function lookOnce<T>(look: () => Promise<Look<T>>): Promise<Look<T>> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof ServiceUnavailableError)) throw error;
    return { waitingFor: error.message };
  }
}

async function pauseFor(
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    await pause(milliseconds, undefined, { signal });
  } catch {
    throw new Error('The task was cancelled; nothing that it made is undone');
  }
}
