import { setTimeout } from 'node:timers/promises';

const DEADLINE_MS = 15_000;

/**
 * For tests: waits until the check passes.
 *
 * @throws what the check last threw, when it never passes
 */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await setTimeout(20);
    }
  }
}
