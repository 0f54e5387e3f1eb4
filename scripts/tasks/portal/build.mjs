import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { Failure } from '../../toolchain/failure.mjs';
import { localPath, repoPath } from '../../toolchain/paths.mjs';
import { lastWords, startLogged } from '../../toolchain/processes.mjs';

const OUTPUT = localPath('production');

/**
 * Builds pages and backend as an image of the portal would hold them, and lays
 * the bundle out in `.local/production`, unless one newer than all sources is
 * there. Resolves to its folder.
 */
export async function buildPortal() {
  if (builtAt() > newestSource()) return OUTPUT;
  console.log('Building the portal for production…');
  await build('packages/app');
  await build('packages/backend');
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  execFileSync('tar', [
    '-xzf',
    repoPath('packages/backend/dist/bundle.tar.gz'),
    '-C',
    OUTPUT,
  ]);
  linkPackages();
  return OUTPUT;
}

async function build(folder) {
  const child = startLogged(
    'build',
    process.execPath,
    [
      repoPath('node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    { cwd: repoPath(folder) },
  );
  const code = await new Promise(resolve => child.once('close', resolve));
  if (code !== 0) {
    throw new Failure(`${folder} could not be built.${lastWords(child)}`);
  }
}

/**
 * In an image `yarn workspaces focus` would install once more. Here the
 * bundle's packages find each other first, and everything else in the
 * repository's own node_modules, two folders up.
 */
function linkPackages() {
  for (const group of ['packages', 'plugins']) {
    for (const name of readdirSync(path.join(OUTPUT, group))) {
      const folder = path.join(OUTPUT, group, name);
      const { name: packageName } = JSON.parse(
        readFileSync(path.join(folder, 'package.json'), 'utf8'),
      );
      const link = path.join(OUTPUT, 'node_modules', packageName);
      mkdirSync(path.dirname(link), { recursive: true });
      symlinkSync(folder, link);
      const own = repoPath(group, name, 'node_modules');
      if (existsSync(own)) symlinkSync(own, path.join(folder, 'node_modules'));
    }
  }
}

function builtAt() {
  const bundle = repoPath('packages/backend/dist/bundle.tar.gz');
  return existsSync(path.join(OUTPUT, 'node_modules')) && existsSync(bundle)
    ? statSync(bundle).mtimeMs
    : 0;
}

function newestSource() {
  const roots = ['packages/app', 'packages/backend'].concat(
    readdirSync(repoPath('plugins')).map(name => `plugins/${name}`),
  );
  return roots
    .flatMap(root => [
      `${root}/src`,
      `${root}/migrations`,
      `${root}/package.json`,
    ])
    .map(source => newest(repoPath(source)))
    .reduce((latest, time) => Math.max(latest, time), 0);
}

function newest(file) {
  if (!existsSync(file)) return 0;
  const stats = statSync(file);
  return stats.isDirectory()
    ? readdirSync(file)
        .map(name => newest(path.join(file, name)))
        .reduce((latest, time) => Math.max(latest, time), 0)
    : stats.mtimeMs;
}
