import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { Failure } from '../../toolchain/failure.mjs';
import { localPath, repoPath } from '../../toolchain/paths.mjs';
import { startProcess } from '../../toolchain/processes.mjs';

const COPY = localPath('packing');
const TARBALLS = path.join(COPY, 'tarballs');

/**
 * Builds and packs every package that is published, in a copy of the sources:
 * `yarn pack` rewrites a package.json while it packs, and nobody's work tree
 * shall be seen like that. Gives `{ name, manifest, tarball }` of each.
 */
export async function packAll() {
  copySources();
  await run('Types', [
    'node_modules/typescript/bin/tsc',
    ...['--incremental', 'false'],
  ]);
  await run('Packages', [CLI, 'repo', 'build']);
  mkdirSync(TARBALLS, { recursive: true });
  const packed = [];
  for (const each of publicPackages()) packed.push(await pack(each));
  return packed;
}

const CLI = 'node_modules/@backstage/cli/bin/backstage-cli';
const YARN = '.yarn/releases/yarn-4.13.0.cjs';

function copySources() {
  rmSync(COPY, { recursive: true, force: true });
  const files = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', '-z'],
    { cwd: repoPath(), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  ).split('\0');
  for (const file of files) {
    if (file && existsSync(repoPath(file))) {
      cpSync(repoPath(file), path.join(COPY, file));
    }
  }
  linkWorkspaces();
}

/** The copy's packages find each other first, all else two folders up. */
function linkWorkspaces() {
  // Yarn wants to know that there was an install, and the CLI in its place.
  for (const file of [
    '.yarn/install-state.gz',
    'node_modules/.yarn-state.yml',
  ]) {
    cpSync(repoPath(file), path.join(COPY, file));
  }
  mkdirSync(path.join(COPY, 'node_modules/@backstage'));
  symlinkSync(
    repoPath('node_modules/@backstage/cli'),
    path.join(COPY, 'node_modules/@backstage/cli'),
  );
  for (const { folder, manifest } of workspaces()) {
    const link = path.join(COPY, 'node_modules', manifest.name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(COPY, folder), link);
    const own = repoPath(folder, 'node_modules');
    if (existsSync(own)) {
      symlinkSync(own, path.join(COPY, folder, 'node_modules'));
    }
  }
}

function workspaces() {
  return ['packages', 'plugins'].flatMap(group =>
    readdirSync(path.join(COPY, group))
      .map(name => `${group}/${name}`)
      .filter(folder => existsSync(path.join(COPY, folder, 'package.json')))
      .map(folder => ({
        folder,
        manifest: JSON.parse(
          readFileSync(path.join(COPY, folder, 'package.json'), 'utf8'),
        ),
      })),
  );
}

const publicPackages = () =>
  workspaces().filter(({ manifest }) => !manifest.private);

async function pack({ folder, manifest }) {
  const tarball = path.join(TARBALLS, `${path.basename(folder)}.tgz`);
  await run(folder, [YARN, 'pack', '--out', tarball], path.join(COPY, folder));
  const packed = execFileSync('tar', [
    '-xzOf',
    tarball,
    'package/package.json',
  ]);
  return { name: manifest.name, manifest: JSON.parse(packed), tarball };
}

async function run(what, [script, ...args], cwd = COPY) {
  const child = startProcess(process.execPath, [repoPath(script), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => (output += chunk));
  }
  const code = await new Promise(resolve => child.once('close', resolve));
  if (code !== 0) {
    const lines = output.trim().split('\n').slice(-20);
    throw new Failure(`${what} could not be packed:\n${lines.join('\n')}`);
  }
}
