import { setTimeout as pause } from 'node:timers/promises';
import { BedError } from './errors.mjs';

/** Polls until check() answers something truthy, and returns it; undefined when the time is over. */
export async function until(check, { seconds, everyMs = 200 }) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await check();
    if (answer) return answer;
    if (Date.now() >= deadline) return undefined;
    await pause(everyMs);
  }
}

/** The same, for what must become true. */
export async function waitFor(what, check, { logFile, hint, ...times }) {
  const answer = await until(check, times);
  if (answer) return answer;
  throw new BedError(`${what}: not after ${times.seconds} s`, {
    logFile,
    hint,
  });
}
