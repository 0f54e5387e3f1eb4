/** `npm run sandbox -- [options]`: the embedded clusters alone. */
import { repoPath } from '../toolchain/paths.mjs';
import { runToTheEnd } from '../toolchain/processes.mjs';

process.exitCode = await runToTheEnd(process.execPath, [
  '--require',
  '@backstage/cli-node/config/nodeTransform.cjs',
  repoPath('packages/sandbox/src/main.ts'),
  ...process.argv.slice(2),
]);
