// Where the bed keeps its things: everything that it builds or writes lies in the user's cache folder.
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const testbedDir = dirname(dirname(fileURLToPath(import.meta.url)));
export const repoDir = dirname(testbedDir);

export const cacheDir = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'velero-dr-testbed',
);

/** Slow to make and kept by `reset`: binaries and what they were built from. */
export const binDir = join(cacheDir, 'bin');
export const pluginDir = join(binDir, 'velero-plugins');
export const crdDir = join(cacheDir, 'crds');
export const goCacheDir = join(cacheDir, 'go-build');
export const keycloakDir = join(cacheDir, 'keycloak');

/**
 * Quick to make and removed by `reset`: data, keys, logs and state. Another
 * folder and `--port-base` make a second bed of the same binaries.
 */
export const runDir = process.env.TESTBED_RUN_DIR || join(cacheDir, 'run');
export const logDir = join(runDir, 'logs');
export const processDir = join(runDir, 'processes');
export const stateFile = join(runDir, 'state.json');
