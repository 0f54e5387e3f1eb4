/**
 * `npm test [SUITE...]`: every check that needs only Node and Debian packages.
 * Ends with one line that sums up all suites.
 */
import { fail, Failure } from '../toolchain/failure.mjs';
import { endAll } from '../toolchain/processes.mjs';
import { browser } from './suites/browser.mjs';
import { contract, templates, unit } from './suites/jest.mjs';
import { format, generated, lint, types } from './suites/static.mjs';
import { report } from './suites/report.mjs';
import { topologyA } from './suites/topologyA.mjs';
import { security } from './suites/security.mjs';

const suites = {
  types,
  format,
  lint,
  generated,
  unit,
  contract,
  templates,
  security,
  topologyA,
  browser,
};
const wanted = process.argv.slice(2);

try {
  const unknown = wanted.filter(name => !suites[name]);
  if (unknown.length > 0) {
    throw new Failure(
      `There is no suite ${unknown.join(', ')}. There are: ${Object.keys(
        suites,
      ).join(', ')}.`,
    );
  }
  const results = [];
  for (const name of wanted.length > 0 ? wanted : Object.keys(suites)) {
    console.log(`\n── ${name}`);
    results.push({ name, ...(await suites[name]()) });
  }
  process.exitCode = report(results);
} catch (error) {
  await endAll();
  fail(error);
}
await endAll();
