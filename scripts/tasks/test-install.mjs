/**
 * `npm run test:install [-- new|classic|dr-lint]`: packs all packages, makes
 * fresh portals with create-app, installs the packages by the README's steps
 * alone, and uses the pages in Chromium, on the sandbox's clusters. Of the
 * package with the lint, its command is tried outside of any portal.
 */
import net from 'node:net';
import { readFileSync, rmSync } from 'node:fs';
import yaml from 'yaml';
import { fail, Failure } from '../toolchain/failure.mjs';
import { localPath, repoPath } from '../toolchain/paths.mjs';
import { atEnd, endAll, endProcess, waitFor } from '../toolchain/processes.mjs';
import { tryDrLint } from './install/drLint.mjs';
import { packAll } from './install/pack.mjs';
import { FreshPortal } from './install/portal.mjs';
import { installSteps } from './install/readme.mjs';
import { startRegistry } from './install/registry.mjs';
import { sandboxEnvironment, startSandbox } from './portal/sandbox.mjs';
import { playwright, requireChromium } from './suites/browser.mjs';
import { report, timed } from './suites/report.mjs';

/** The README's sections that each kind of portal follows. */
const KINDS = {
  new: ['Backend', 'Pages'],
  classic: ['Backend', 'Pages', 'Pages of a classic portal'],
};
const NAMES = [...Object.keys(KINDS), 'dr-lint'];
const wanted = process.argv.slice(2);
const started = Date.now();

try {
  const unknown = wanted.filter(name => !NAMES.includes(name));
  if (unknown.length > 0) {
    throw new Failure(
      `There is no suite ${unknown.join(', ')} here. There are: ${NAMES.join(
        ', ',
      )}.`,
    );
  }
  requireChromium();
  const packages = packAll();
  const published = packages.then(startRegistry);
  // Who awaits it hears of it.
  published.catch(() => {});
  atEnd(async () => (await published.catch(() => undefined))?.end());
  const sandbox = await startSandbox({
    name: 'sandbox-install',
    // Nobody signs in at the sandbox here: a fresh portal knows guests.
    backendUrl: 'http://localhost:7007',
  });
  const folder = FreshPortal.folder();
  const results = [];
  for (const name of wanted.length > 0 ? wanted : NAMES) {
    const result = await timed(async () =>
      name === 'dr-lint'
        ? tryDrLint(await packages)
        : tryPortal(name, { folder, published, sandbox }),
    );
    results.push({ name, ...result });
  }
  process.exitCode = report(results);
  await endAll();
  rmSync(localPath('packing'), { recursive: true, force: true });
} catch (error) {
  await endAll();
  fail(error);
}

async function tryPortal(kind, { folder, published, sandbox }) {
  console.log(`\n── ${kind}: a fresh portal, and the README's steps`);
  const portal = await FreshPortal.create(folder, {
    classic: kind === 'classic',
  });
  const [registry] = await Promise.all([
    said('our packages are built and packed', published),
    said('the portal is installed', portal.install()),
  ]);
  portal.useRegistry(registry);
  const steps = installSteps();
  for (const section of KINDS[kind]) {
    for (const step of steps.get(section)) await portal.follow(step);
    await said(`the README's "${section}" is done`);
  }
  const [app, backend] = [await freePort(), await freePort()];
  portal.configure(localConfig({ app, backend, sandbox }));

  const url = `http://localhost:${app}`;
  const running = portal.start(`portal-${kind}`);
  await waitFor(
    'The portal',
    async () =>
      (await fetch(url)).ok &&
      (
        await fetch(
          `http://localhost:${backend}/.backstage/health/v1/readiness`,
        )
      ).ok,
    { process: running, seconds: 600 },
  );
  await said('the portal answers');
  const counts = await playwright('install', { PLAYWRIGHT_URL: url });
  await endProcess(running);
  return counts;
}

/** Tells when something was done, and gives its result. */
async function said(what, doing) {
  const result = await doing;
  console.log(`  ${((Date.now() - started) / 1000).toFixed(0)} s: ${what}`);
  return result;
}

/** Addresses of this run, the sandbox's clusters, and no waiting for the index. */
function localConfig({ app, backend, sandbox }) {
  const variables = sandboxEnvironment(sandbox);
  const { velero } = yaml.parse(
    readFileSync(repoPath('app-config.sandbox.yaml'), 'utf8').replace(
      /\$\{(\w+)\}/g,
      (_, name) => variables[name],
    ),
  );
  const often = {
    schedule: {
      frequency: { seconds: 10 },
      timeout: { seconds: 30 },
      initialDelay: { seconds: 1 },
    },
  };
  return {
    velero,
    app: { baseUrl: `http://localhost:${app}` },
    backend: {
      baseUrl: `http://localhost:${backend}`,
      listen: { host: '127.0.0.1', port: backend },
      cors: { origin: `http://localhost:${app}` },
    },
    search: { collators: { catalog: often, veleroRestoreRequests: often } },
  };
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}
