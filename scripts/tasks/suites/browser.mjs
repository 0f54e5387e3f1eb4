import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { Failure } from '../../toolchain/failure.mjs';
import { localPath, repoPath } from '../../toolchain/paths.mjs';
import { endAll, runToTheEnd } from '../../toolchain/processes.mjs';
import { buildPages, startProductionPortal } from '../portal/production.mjs';
import { startSandbox } from '../portal/sandbox.mjs';
import { timed } from './report.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** People's days in a real Chromium, against the portal as it is in production. */
export const browser = () =>
  timed(async () => {
    if (!existsSync(CHROMIUM)) {
      throw new Failure(
        `No Chromium at ${CHROMIUM}: install it (Debian: apt-get install chromium) or set CHROMIUM to its path.`,
      );
    }
    await buildPages();
    const port = Number(process.env.BACKEND_PORT ?? 7017);
    const sandbox = await startSandbox({
      backendUrl: `http://localhost:${port}`,
    });
    const portal = await startProductionPortal({ sandbox, port });
    const result = await playwright('e2e', {
      PLAYWRIGHT_URL: portal.url,
      SANDBOX_STATE: sandbox.state,
      CHROMIUM,
    });
    await endAll();
    return result;
  });

/** Runs a project of playwright.config.ts and counts what it says. */
export async function playwright(project, env) {
  const output = localPath('results', `${project}.json`);
  mkdirSync(localPath('results'), { recursive: true });
  rmSync(output, { force: true });
  const code = await runToTheEnd(
    process.execPath,
    [
      repoPath('node_modules/@playwright/test/cli.js'),
      'test',
      '--project',
      project,
    ],
    { env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: output } },
  );
  if (!existsSync(output)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(output, 'utf8'));
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: stats.skipped,
  };
}
