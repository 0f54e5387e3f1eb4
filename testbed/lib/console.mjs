// One line per part, with the time it took.
const live = process.stdout.isTTY;

export function elapsed(ms) {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Runs work() and prints `label  outcome  time`; long work shows that it goes on. */
export async function step(label, work) {
  const started = Date.now();
  const head = label.padEnd(36);
  const tick = setInterval(
    () => {
      const text = `${head} … ${elapsed(Date.now() - started)}`;
      process.stdout.write(live ? `\r${text}` : `${text}\n`);
    },
    live ? 1000 : 60_000,
  );
  const finish = outcome => {
    clearInterval(tick);
    const line = `${head} ${outcome.padEnd(10)} ${elapsed(
      Date.now() - started,
    )}`;
    process.stdout.write(live ? `\r\x1b[K${line}\n` : `${line}\n`);
  };
  try {
    const outcome = await work();
    finish(outcome ?? 'done');
    return outcome;
  } catch (error) {
    finish('failed');
    throw error;
  }
}
