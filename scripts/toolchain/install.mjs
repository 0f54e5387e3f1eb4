import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { explain, Failure } from './failure.mjs';
import { localPath, repoPath } from './paths.mjs';

const STAMP = localPath('installed');
const LOG = localPath('install.log');

/**
 * Runs `yarn install` when the lockfile or a manifest changed since the last
 * time, or when Node did (native modules are built for one).
 */
export async function installPackages(node) {
  const fingerprint = fingerprintOf(node);
  if (
    existsSync(repoPath('node_modules', '.yarn-state.yml')) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === fingerprint
  ) {
    return;
  }
  const started = Date.now();
  console.log(
    'Installing packages: 2 to 5 minutes the first time, on two cores…',
  );
  const steps = await yarnInstall(node, started);
  if (steps.code !== 0) {
    const output = readFileSync(LOG, 'utf8');
    const errors = output
      .split('\n')
      .filter(line =>
        /YN00(?!00|02|13|60|86)\d\d.*(?:rror|fail|must|candidates)/.test(line),
      );
    throw new Failure(
      `The packages could not be installed. ${
        explain(output) ?? errors.slice(-3).join('\n')
      }\n  The whole log: .local/install.log`,
    );
  }
  writeFileSync(STAMP, fingerprint);
  console.log(`  installed after ${secondsSince(started)} s`);
}

function yarnInstall(node, started) {
  mkdirSync(localPath(), { recursive: true });
  const log = createWriteStream(LOG);
  const yarn = spawn(
    node.binary,
    [
      repoPath('.yarn', 'releases', 'yarn-4.13.0.cjs'),
      'install',
      '--immutable',
    ],
    {
      cwd: repoPath(),
      env: node.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  yarn.stdout.on('data', chunk => {
    log.write(chunk);
    const step = /┌ (\w+) step/.exec(chunk)?.[1];
    if (step) console.log(`  ${secondsSince(started)} s: ${step}`);
  });
  yarn.stderr.pipe(log, { end: false });
  return new Promise((resolve, reject) => {
    yarn.once('error', reject);
    yarn.once('close', code => log.end(() => resolve({ code })));
  });
}

function fingerprintOf(node) {
  const hash = createHash('sha256');
  const manifests = [
    'yarn.lock',
    'package.json',
    ...['packages', 'plugins'].flatMap(folder => manifestsIn(folder)),
  ];
  for (const file of manifests) hash.update(readFileSync(repoPath(file)));
  return `${hash.digest('hex')} ${node.binary}\n`;
}

function manifestsIn(folder) {
  return readdirSync(repoPath(folder))
    .map(name => `${folder}/${name}/package.json`)
    .filter(file => existsSync(repoPath(file)))
    .sort();
}

const secondsSince = started => ((Date.now() - started) / 1000).toFixed(0);
