import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { Failure } from '../../toolchain/failure.mjs';
import { localPath, repoPath } from '../../toolchain/paths.mjs';
import { endAll, endProcess, runToTheEnd } from '../../toolchain/processes.mjs';
import { startProductionPortal } from '../portal/production.mjs';
import { startPrefixProxy } from '../portal/prefixProxy.mjs';
import { redirectUri, startSandbox } from '../portal/sandbox.mjs';
import { sumOf, timed } from './report.mjs';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PORT = Number(process.env.BACKEND_PORT ?? 7017);
const PREFIX = '/backstage';

/**
 * People's days in a real Chromium, against the portal as it is in production:
 * at an address of its own, then behind a proxy that strips a path prefix.
 */
export const browser = () =>
  timed(async () => {
    requireChromium();
    const backendUrl = `http://localhost:${PORT}`;
    const prefixedUrl = `http://localhost:${PORT + 1}${PREFIX}`;
    const sandbox = await startSandbox({
      backendUrl,
      args: ['--redirect-uri', redirectUri(prefixedUrl)],
    });
    const env = { SANDBOX_STATE: sandbox.state, CHROMIUM };

    const portal = await startProductionPortal({ sandbox, port: PORT });
    const own = await playwright('e2e', { ...env, PLAYWRIGHT_URL: backendUrl });
    await endProcess(portal.process);

    await startProductionPortal({ sandbox, port: PORT, baseUrl: prefixedUrl });
    const proxy = await startPrefixProxy({
      port: PORT + 1,
      prefix: PREFIX,
      target: backendUrl,
    });
    const prefixed = await playwright('prefix', {
      ...env,
      PLAYWRIGHT_URL: prefixedUrl,
    });
    proxy.close();
    proxy.closeAllConnections();
    await endAll();
    return sumOf(own, prefixed);
  });

/** Fails with how to get it where there is no Chromium. */
export function requireChromium() {
  if (!existsSync(CHROMIUM)) {
    throw new Failure(
      `No Chromium at ${CHROMIUM}: install it (Debian: apt-get install chromium) or set CHROMIUM to its path.`,
    );
  }
}

/** Runs a project of playwright.config.ts, or some files of it, and counts what it says. */
export async function playwright(project, env, files = []) {
  const output = localPath('results', `${project}.json`);
  mkdirSync(localPath('results'), { recursive: true });
  rmSync(output, { force: true });
  const code = await runToTheEnd(
    process.execPath,
    [
      repoPath('node_modules/@playwright/test/cli.js'),
      'test',
      `--project=${project}`,
      ...files,
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
