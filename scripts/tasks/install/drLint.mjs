import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { repoPath } from '../../toolchain/paths.mjs';
import { atEnd } from '../../toolchain/processes.mjs';

const LINT =
  '@appgear/backstage-plugin-scaffolder-backend-module-velero/bin/velero-dr-lint.cjs';
const DOCUMENT = repoPath(
  'plugins/scaffolder-backend-module-velero/src/lint/__fixtures__/module-15.md',
);
const TRAPS = Array.from({ length: 21 }, (_, index) => index + 1);

/**
 * `velero-dr-lint` as CI of a GitOps repository has it: out of the tarball, in
 * a folder outside of this repository, with the dependencies that the packages
 * name and no others.
 */
export function tryDrLint(packages) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dr-lint-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  for (const each of packages) unpack(each, folder);
  cpSync(DOCUMENT, path.join(folder, 'module-15.md'));

  const checks = {
    'finds all 21 traps of Module 15 as it was written, and ends with 1': () =>
      same(trapsIn(run(folder, ['--json', 'module-15.md'], 1)), TRAPS),
    'says each of them to people': () =>
      TRAPS.every(trap =>
        run(folder, ['module-15.md'], 1).includes(`Trap ${trap} `),
      ),
    'ends with 2 where there is nothing to look at': () =>
      run(folder, ['node_modules/none'], 2) === '',
  };
  const results = Object.entries(checks).map(([what, holds]) => {
    const isKept = holds();
    console.log(`  ${isKept ? '✔' : '✖'} ${what}`);
    return isKept;
  });
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

/** As an installer lays it out, with our own packages next to it. */
function unpack({ name, manifest, tarball }, folder) {
  const target = path.join(folder, 'node_modules', name);
  mkdirSync(target, { recursive: true });
  execFileSync('tar', [
    ...['-xzf', tarball, '-C', target, '--strip-components=1'],
  ]);
  for (const dependency of Object.keys(manifest.dependencies ?? {})) {
    const installed = repoPath('node_modules', dependency);
    const link = path.join(folder, 'node_modules', dependency);
    const isOurs = dependency.startsWith(`${name.split('/')[0]}/`);
    if (isOurs || existsSync(link) || !existsSync(installed)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(realpathSync(installed), link);
  }
}

function run(folder, args, expectedCode) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(folder, 'node_modules', LINT), ...args],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== expectedCode) {
    console.log(`  ended with ${status}, not ${expectedCode}: ${stderr}`);
    return 'it ended otherwise';
  }
  return stdout;
}

function trapsIn(report) {
  const { findings } = report.startsWith('{')
    ? JSON.parse(report)
    : { findings: [] };
  return [...new Set(findings.map(({ trap }) => trap))].sort((a, b) => a - b);
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
