import { readFileSync } from 'node:fs';
import { localPath } from '../../toolchain/paths.mjs';

/** The describe block of packages/contract/src/protection. */
const SCENARIOS = 'Protection';

/**
 * Prints one line on the scenarios of protection that a suite judged. Falsely
 * protected is who is told to be safe and is not; a false alarm is the reverse.
 * A verdict or reason that is wrong in another way is only not right.
 */
export function printVerdicts(suite) {
  const { testResults } = JSON.parse(
    readFileSync(localPath('results', `${suite}.json`), 'utf8'),
  );
  const scenarios = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ ancestorTitles }) => ancestorTitles[0] === SCENARIOS);
  const right = scenarios.filter(({ status }) => status === 'passed');
  const saying = words =>
    scenarios.filter(({ failureMessages }) =>
      failureMessages.some(message => message.includes(words)),
    ).length;
  console.log(
    `scenarios ${scenarios.length}, right ${
      right.length
    }, false protected ${saying('false protected: ')}, false alarm ${saying(
      'false alarm: ',
    )}`,
  );
}
