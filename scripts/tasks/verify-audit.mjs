/** `npm run verify:audit -- FILE|DATABASE [HEAD]`: whether an audit trail is as it was written. */
import path from 'node:path';
import { repoPath } from '../toolchain/paths.mjs';
import { runToTheEnd } from '../toolchain/processes.mjs';

const args = process.argv
  .slice(2)
  .map(arg => (/\.(jsonl|csv)$/.test(arg) ? path.resolve(arg) : arg));

process.exitCode = await runToTheEnd(process.execPath, [
  '--require',
  '@backstage/cli-node/config/nodeTransform.cjs',
  repoPath('plugins/velero-backend/src/restores/audit/main.ts'),
  ...args,
]);
