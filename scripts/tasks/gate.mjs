/**
 * `npm run test:gate`: what the approval gate promises, at length. The state
 * machine and its model agree over a million steps; then three replicas on one
 * PostgreSQL carry out restores while they are killed at every step.
 *
 * `GATE_MODEL_STEPS`, `GATE_REQUESTS` and `GATE_DEATHS` (per step) change the
 * size, `DATABASE_URL` the PostgreSQL.
 */
import { fail, Failure } from '../toolchain/failure.mjs';
import { repoPath } from '../toolchain/paths.mjs';
import { startPostgres } from '../toolchain/postgres.mjs';
import { endAll, runToTheEnd } from '../toolchain/processes.mjs';

const BACKEND = repoPath('plugins/velero-backend');
const STEPS = process.env.GATE_MODEL_STEPS ?? '1000000';

try {
  await must('The state machine and its model', [
    repoPath('node_modules/@backstage/cli/bin/backstage-cli'),
    ...['package', 'test', '--watchAll=false'],
    'src/restores/stateMachine/model',
  ]);
  const postgres = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, end: async () => {} }
    : await startPostgres();
  try {
    await must(
      'The replicas',
      [
        ...['--require', '@backstage/cli-node/config/nodeTransform.cjs'],
        `${BACKEND}/src/restores/__testUtils__/gauntlet/run.ts`,
      ],
      { DATABASE_URL: postgres.url },
    );
  } finally {
    await postgres.end();
  }
} catch (error) {
  await endAll();
  fail(error);
}

async function must(what, command, env = {}) {
  const code = await runToTheEnd(process.execPath, command, {
    cwd: BACKEND,
    env: { ...process.env, CI: 'true', GATE_MODEL_STEPS: STEPS, ...env },
  });
  if (code !== 0) throw new Failure(`${what} did not keep the promise.`);
}
