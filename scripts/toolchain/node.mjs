import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explain, Failure } from './failure.mjs';
import { localPath, repoPath } from './paths.mjs';

// Backstage 1.55 wants 22 or 24; @kubernetes/client-node 2 needs 22.19.
const BROUGHT_VERSION = '22';
const fits = ([major, minor]) => (major === 22 && minor >= 19) || major === 24;

/**
 * The Node that runs everything: the one at hand when it fits, else one from
 * npm (the package `node-<platform>-<arch>` brings binary and headers).
 *
 * Resolves to its binary and an environment in which `node`, `yarn` and native
 * builds find their way.
 */
export async function fittingNode() {
  const current = process.versions.node.split('.').map(Number);
  if (current[0] < 20) {
    throw new Failure(
      `Node ${process.versions.node} is too old even to start: install Node 20 or newer, from your system's packages or nodejs.org.`,
    );
  }
  const binary = fits(current) ? process.execPath : bringNode();
  return { binary, environment: environmentFor(binary) };
}

function bringNode() {
  const { platform, arch } = process;
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
  const folder = localPath('node');
  const binary = path.join(folder, 'node_modules', name, 'bin', 'node');
  if (existsSync(binary)) return binary;

  const started = Date.now();
  console.log(
    `Node ${process.versions.node} is too old for Backstage: bringing Node ${BROUGHT_VERSION} from npm (about 40 MB)…`,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  const npm = spawnSync(
    'npm',
    [
      'install',
      `${name}@${BROUGHT_VERSION}`,
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
    ],
    { cwd: folder, encoding: 'utf8', shell: platform === 'win32' },
  );
  if (npm.error?.code === 'ENOENT') {
    throw new Failure('npm was not found: install it beside Node.');
  }
  const output = `${npm.stdout}${npm.stderr}`;
  if (npm.status !== 0 || !existsSync(binary)) {
    throw new Failure(
      `Node ${BROUGHT_VERSION} could not be brought. ${
        explain(output) ?? lastLines(output)
      }`,
    );
  }
  console.log(`  there after ${seconds(started)} s`);
  return binary;
}

function environmentFor(binary) {
  const home = path.dirname(path.dirname(binary));
  const environment = { ...process.env };
  environment.PATH = [
    yarnFolder(),
    path.dirname(binary),
    process.env.PATH,
  ].join(path.delimiter);
  // Native modules must build against the headers of the Node that loads them.
  if (existsSync(path.join(home, 'include', 'node', 'node.h'))) {
    environment.npm_config_nodedir = home;
  }
  environment.YARN_NPM_REGISTRY_SERVER ??= npmRegistry();
  return environment;
}

/** Yarn asks the registry that npm is set up for; ours to name none. */
function npmRegistry() {
  const npm = spawnSync('npm', ['config', 'get', 'registry'], {
    // In a workspace's folder npm refuses.
    cwd: repoPath(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return npm.stdout?.trim() || undefined;
}

/** A folder with a `yarn` that is the release in the repository. */
function yarnFolder() {
  const folder = localPath('bin');
  const shim = path.join(folder, 'yarn');
  if (!existsSync(shim)) {
    mkdirSync(folder, { recursive: true });
    const release = repoPath('.yarn', 'releases', 'yarn-4.13.0.cjs');
    writeFileSync(shim, `#!/bin/sh\nexec node "${release}" "$@"\n`, {
      mode: 0o755,
    });
  }
  return folder;
}

const lastLines = output => output.trim().split('\n').slice(-5).join('\n');
const seconds = since => ((Date.now() - since) / 1000).toFixed(0);
