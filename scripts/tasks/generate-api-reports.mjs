/**
 * Writes down what each package exports: report.api.md beside its README.
 *
 *   npm run generate:api-reports              writes them
 *   npm run generate:api-reports -- --check   fails when the exports changed
 */
import { fail, Failure } from '../toolchain/failure.mjs';
import { repoPath } from '../toolchain/paths.mjs';
import { runToTheEnd } from '../toolchain/processes.mjs';

/**
 * Fields whose names say all need no words; and how packages of one repository
 * find each other says nothing of what they export.
 */
const OMITTED = ['ae-undocumented', 'ae-wrong-input-file-type'];

const check = process.argv.includes('--check');

try {
  await run('node_modules/typescript/bin/tsc', '--incremental', 'false');
  await run(
    'node_modules/@backstage/repo-tools/bin/backstage-repo-tools',
    'api-reports',
    ...['--omit-messages', OMITTED.join()],
    '--allow-all-warnings',
    ...(check ? ['--ci'] : []),
    'plugins/*',
  );
} catch (error) {
  fail(error);
}

async function run(script, ...args) {
  const code = await runToTheEnd(process.execPath, [repoPath(script), ...args]);
  if (code !== 0) {
    throw new Failure(
      check
        ? 'What the packages export is not what their reports say: run `npm run generate:api-reports`, look at the difference, and commit it.'
        : 'The reports could not be written.',
    );
  }
}
