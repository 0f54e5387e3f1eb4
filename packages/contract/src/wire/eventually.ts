import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 20_000;
const EVERY_MS = 100;

/** Asks again until the answer will do: controllers take the time they take. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  willDo: (answer: T) => boolean,
  patienceMs: number = PATIENCE_MS,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (willDo(answer)) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `${what} did not come about within ${
          patienceMs / 1000
        } s; last seen: ${JSON.stringify(answer)}`,
      );
    }
    await setTimeout(EVERY_MS);
  }
}
