import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { localPath, repoPath } from '../../toolchain/paths.mjs';
import { runToTheEnd } from '../../toolchain/processes.mjs';
import { timed } from './report.mjs';
import { printVerdicts } from './verdicts.mjs';

/** Tests beside the code, of all packages. */
export const unit = () =>
  jest('unit', [
    'repo',
    'test',
    '--testPathIgnorePatterns',
    '/node_modules/',
    '/packages/contract/',
    '/packages/backend/src/templates/',
  ]);

/** Software templates through the real scaffolder, also with a backend that is killed. */
export const templates = () =>
  jest(
    'templates',
    ['package', 'test', 'src/templates/'],
    repoPath('packages/backend'),
  );

/**
 * What Kubernetes and Velero promise, asked of the sandbox; with DR_WORLD set,
 * of the servers that it describes.
 */
export const contract = async () => {
  const result = await jest(
    'contract',
    ['package', 'test'],
    repoPath('packages/contract'),
  );
  printVerdicts('contract');
  return result;
};

/**
 * One part of the contract, a folder of its package, asked of the servers that
 * the file `world` describes.
 */
export const contractOn = (world, part, options = []) =>
  jest(
    part,
    // One at a time: a test kills the Velero that all of them use.
    ['package', 'test', `src/${part}/`, '--runInBand', ...options],
    repoPath('packages/contract'),
    { DR_WORLD: world },
  );

function jest(name, command, cwd = repoPath(), env = {}) {
  const output = localPath('results', `${name}.json`);
  mkdirSync(localPath('results'), { recursive: true });
  rmSync(output, { force: true });
  return timed(async () => {
    const code = await runToTheEnd(
      process.execPath,
      [
        repoPath('node_modules/@backstage/cli/bin/backstage-cli'),
        ...command,
        '--watchAll=false',
        '--json',
        '--outputFile',
        output,
        '--silent=false',
      ],
      {
        cwd,
        env: {
          ...process.env,
          CI: 'true',
          // SQLite, and the PostgreSQL that a variable names; no containers.
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
          ...env,
        },
      },
    );
    if (!existsSync(output)) return { passed: 0, failed: 1 };
    const result = JSON.parse(readFileSync(output, 'utf8'));
    const suitesThatBroke = result.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' &&
        assertionResults.every(t => t.status !== 'failed'),
    ).length;
    const failed = result.numFailedTests + suitesThatBroke;
    return {
      passed: result.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  });
}
