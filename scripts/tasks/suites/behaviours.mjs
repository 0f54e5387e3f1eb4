import { readFileSync } from 'node:fs';
import { localPath } from '../../toolchain/paths.mjs';

/** Prints what the real servers decided in a suite, a line per behaviour. */
export function printBehaviours(suite) {
  const { testResults } = JSON.parse(
    readFileSync(localPath('results', `${suite}.json`), 'utf8'),
  );
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const decided = tests.filter(({ status }) => status === 'passed');
  console.log(`\n${decided.length} behaviours decided by the real Velero:`);
  for (const { ancestorTitles, title } of decided) {
    const subject = ancestorTitles.join(' ').replace(/^Velero: /, '');
    console.log(`  ${subject} ${title}`);
  }
}
