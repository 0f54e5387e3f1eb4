/** A PostgreSQL of Debian's package for one run: data in a temporary folder, gone with it. */
import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';

const DEBIAN = '/usr/lib/postgresql';
const HOST = '127.0.0.1';
const USER = 'portal';

/**
 * Starts a server on a free port of loopback.
 *
 * @returns the address of its database, and how to end it
 */
export async function startPostgres() {
  const bin = findPostgres();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-postgres-'));
  if (process.getuid() === 0) chownSync(folder, idOf('-u'), idOf('-g'));
  const data = path.join(folder, 'data');
  const run = (...command) =>
    execFileSync(...asPostgres(command), { cwd: '/', stdio: 'pipe' });

  run(`${bin}/initdb`, '-D', data, '-U', USER, '-A', 'trust', '--no-sync');
  const port = await freePort();
  const [command, args] = asPostgres([
    `${bin}/postgres`,
    ...['-D', data, '-p', String(port), '-h', HOST, '-k', folder],
    ...['-c', 'fsync=off', '-c', 'max_connections=100'],
  ]);
  const server = spawn(command, args, { cwd: '/', stdio: 'ignore' });
  await untilReady(() => run(`${bin}/pg_isready`, '-h', HOST, '-p', `${port}`));
  return {
    url: `postgresql://${USER}@${HOST}:${port}/postgres`,
    async end() {
      const ended = new Promise(resolve => server.once('close', resolve));
      run(`${bin}/pg_ctl`, '-D', data, '-m', 'fast', 'stop');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPostgres() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (newest === undefined) {
    throw new Failure(
      'PostgreSQL is missing: install it (Debian: apt-get install postgresql).',
    );
  }
  return path.join(DEBIAN, newest, 'bin');
}

/** PostgreSQL refuses to run as root; the package brings a user for it. */
function asPostgres([command, ...args]) {
  return process.getuid() === 0
    ? ['runuser', ['-u', 'postgres', '--', command, ...args]]
    : [command, args];
}

function idOf(flag) {
  return Number(execFileSync('id', [flag, 'postgres']));
}

async function freePort() {
  const server = net.createServer().listen(0, HOST);
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

async function untilReady(check) {
  for (let attempt = 0; attempt < 150; attempt++) {
    try {
      return check();
    } catch {
      await sleep(200);
    }
  }
  throw new Failure('PostgreSQL did not start within 30 seconds.');
}
