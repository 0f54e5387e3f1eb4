/**
 * `npm run lint:dr -- PATH...`: the traps of Module 15 in the manifests of a
 * GitOps repository; see docs/module-15.md. Paths are from where npm was called.
 */
import { repoPath } from '../toolchain/paths.mjs';
import { runToTheEnd } from '../toolchain/processes.mjs';

process.exitCode = await runToTheEnd(
  process.execPath,
  [
    repoPath('plugins/scaffolder-backend-module-velero/bin/velero-dr-lint.cjs'),
    ...process.argv.slice(2),
  ],
  { cwd: process.env.INIT_CWD ?? process.cwd() },
);
