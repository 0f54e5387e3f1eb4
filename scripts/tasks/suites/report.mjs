/**
 * Prints a line per suite and the sum of all, in the form that CI reads.
 * Gives back the exit code: a suite that ran no test has failed.
 */
export function report(results) {
  console.log('');
  for (const { name, passed, failed, skipped, seconds } of results) {
    console.log(
      `  ${failed > 0 ? '✖' : '✔'} ${name.padEnd(
        10,
      )} ${passed} ok, ${failed} not, ${skipped} left out, ${seconds} s`,
    );
  }
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  console.log(
    `\n${sum('passed')} passed, ${sum('failed')} failed, ${sum(
      'skipped',
    )} skipped`,
  );
  return sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}

/** Times a suite; a suite that counts nothing has failed once. */
export async function timed(run) {
  const started = Date.now();
  const { passed, failed, skipped = 0 } = await run();
  return {
    passed,
    failed: passed + failed === 0 ? 1 : failed,
    skipped,
    seconds: ((Date.now() - started) / 1000).toFixed(0),
  };
}

/** Several results as one. */
export function sumOf(...results) {
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
  };
}
