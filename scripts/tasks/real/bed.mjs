import { existsSync, readFileSync } from 'node:fs';
import { stateFile } from '../../../testbed/lib/paths.mjs';
import {
  postgresDir,
  requireGo,
  requireJava,
  requireMaven,
  requireOpenssl,
} from '../../../testbed/lib/prerequisites.mjs';
import { Failure } from '../../toolchain/failure.mjs';
import { repoPath } from '../../toolchain/paths.mjs';
import { runToTheEnd } from '../../toolchain/processes.mjs';

/** The clusters with their Veleros and the bucket; and what a portal on them needs besides. */
export const CLUSTERS = ['velero'];
export const ALL_PARTS = [...CLUSTERS, 'postgres', 'keycloak'];

const TOOLS = {
  velero: [requireGo, requireOpenssl],
  postgres: [postgresDir],
  keycloak: [requireJava, requireMaven],
};

/** Refuses with everything that parts of the test bed need and this machine has not, not just the first. */
export function requireTools(parts = ALL_PARTS) {
  const missing = parts.flatMap(part => TOOLS[part]).flatMap(lookFor);
  if (missing.length === 0) return;
  throw new Failure(
    `The test bed runs real servers, and this machine lacks what they need:\n${missing
      .map(({ message, hint }) => `    ${message}. ${hint}`)
      .join(
        '\n',
      )}\n  docs/testbed.md has the list. Without it, npm test still does.`,
  );
}

function lookFor(tool) {
  try {
    tool();
    return [];
  } catch (error) {
    return [error];
  }
}

export const bedRuns = () => existsSync(stateFile);

/** Starts what of these parts does not run. Resolves to what state.json says, and where that is. */
export async function bedUp(parts = ALL_PARTS) {
  await testbed('up', '--only', parts.join());
  return { ...JSON.parse(readFileSync(stateFile, 'utf8')), stateFile };
}

export const bedDown = () => testbed('down');

async function testbed(command, ...options) {
  const code = await runToTheEnd(process.execPath, [
    repoPath('testbed/cli.mjs'),
    command,
    ...options,
  ]);
  if (code !== 0) throw new Failure(`npm run testbed -- ${command} failed.`);
}
