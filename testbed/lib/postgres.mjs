// PostgreSQL as Debian packages it, on a data folder of ours; never as root, which it refuses.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { write } from './files.mjs';
import { runDir } from './paths.mjs';
import { host } from './ports.mjs';
import { postgresDir } from './prerequisites.mjs';
import { ensure } from './processes.mjs';

const user = 'backstage';
const folder = join(runDir, 'postgres');
const dataDir = join(folder, 'data');
const isRoot = process.getuid() === 0;

export const postgres = {
  needs: [],
  builds: [],
  steps: bed => [['postgres', () => start(bed)]],
  describe: ({ ports, secrets }) => ({
    postgres: {
      host,
      port: ports.postgres,
      user,
      password: secrets.postgres,
      database: 'postgres',
    },
  }),
};

function start({ ports, secrets }) {
  const bin = postgresDir();
  if (!existsSync(join(dataDir, 'PG_VERSION'))) initialise(bin, secrets);
  const [command, ...args] = asUser([
    join(bin, 'postgres'),
    '-D',
    dataDir,
    `--listen_addresses=${host}`,
    `--port=${ports.postgres}`,
    '--unix_socket_directories=',
    '--max_connections=200', // Backstage opens a pool per plugin
    '--fsync=off', // a bed's data may be lost with the machine
  ]);
  return ensure({
    name: 'postgres',
    command,
    args,
    cwd: '/',
    env: { LC_ALL: 'C.UTF-8' },
    ports: [ports.postgres],
    stopSignal: 'SIGINT', // "fast": ends connections instead of waiting for them
    ready: async () => isReady(bin, ports.postgres),
    hint: 'Damaged data: run reset, which starts from nothing.',
  });
}

function isReady(bin, port) {
  execFileSync(join(bin, 'pg_isready'), ['-q', '-h', host, '-p', port]);
  return true;
}

function initialise(bin, secrets) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const passwordFile = join(folder, 'password');
  write(passwordFile, secrets.postgres);
  if (isRoot) giveToPostgres([folder, dataDir, passwordFile]);
  chmodSync(dataDir, 0o700);
  const [command, ...args] = asUser([
    join(bin, 'initdb'),
    `--pgdata=${dataDir}`,
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]);
  execFileSync(command, args, {
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/**
 * As root: become the package's user. The folder may lie below a home that only root enters,
 * so the one right to pass there goes along.
 */
function asUser(command) {
  if (!isRoot) return command;
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const who = ['--reuid=postgres', '--regid=postgres', '--init-groups'];
  return ['setpriv', ...who, ...rights, ...command];
}

function giveToPostgres(paths) {
  const id = flag => Number(execFileSync('id', [flag, 'postgres']));
  for (const path of paths) chownSync(path, id('-u'), id('-g'));
}
