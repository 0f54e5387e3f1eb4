import { repoPath } from '../../toolchain/paths.mjs';
import { runToTheEnd } from '../../toolchain/processes.mjs';
import { timed } from './report.mjs';

const CLI = 'node_modules/@backstage/cli/bin/backstage-cli';

/** A check is one test: it holds or it does not. */
const check =
  (script, ...args) =>
  () =>
    timed(async () => {
      const code = await runToTheEnd(process.execPath, [
        repoPath(script),
        ...args,
      ]);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
    });

/** Several checks as one suite. */
const all =
  (...checks) =>
  () =>
    timed(async () => {
      const results = [];
      for (const each of checks) results.push(await each());
      const sum = key => results.reduce((total, each) => total + each[key], 0);
      return { passed: sum('passed'), failed: sum('failed') };
    });

/** The TypeScript compiler over all packages. */
export const types = check(
  'node_modules/typescript/bin/tsc',
  '--noEmit',
  '--incremental',
  'false',
);

/** Backstage's own lint rules. */
export const lint = check(CLI, 'repo', 'lint', '--max-warnings', '0');

/** Prettier over everything that is committed. */
export const format = check(
  'node_modules/prettier/bin-prettier.js',
  '--check',
  '--loglevel',
  'warn',
  '.',
);

/**
 * Velero's types still are what its CRDs say, the reference what the config
 * schemas say, and API reports what packages export; packages say all that
 * publishing needs, and documents lead somewhere.
 */
export const generated = all(
  check('scripts/tasks/generate-velero-types.mjs', '--check'),
  check('scripts/tasks/generate-config-reference.mjs', '--check'),
  check('scripts/tasks/generate-api-reports.mjs', '--check'),
  check(CLI, 'repo', 'fix', '--check', '--publish'),
  check('scripts/tasks/check-docs.mjs'),
);
