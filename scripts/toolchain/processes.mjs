import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { localPath, repoPath } from './paths.mjs';

const children = new Set();
const farewells = [];
let ending = false;

/**
 * Starts a program in a process group of its own, so that ending it ends all
 * that it started. Ends with us, whatever ends us.
 */
export function startProcess(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: repoPath(),
    detached: true,
    stdio: 'inherit',
    ...options,
  });
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

/** Like startProcess, with its output in `.local/logs/NAME.log`. */
export function startLogged(name, command, args, options = {}) {
  const file = localPath('logs', `${name}.log`);
  mkdirSync(path.dirname(file), { recursive: true });
  const log = createWriteStream(file);
  const child = startProcess(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  child.once('close', () => log.end());
  child.logFile = file;
  return child;
}

/** Runs a program in the foreground; resolves to its exit code. */
export function runToTheEnd(command, args, options) {
  const child = startProcess(command, args, options);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143)),
    );
  });
}

/** Ends every process we started, politely, then not; then does what `atEnd` was told. */
export async function endAll() {
  ending = true;
  await Promise.all([...children].map(endProcess));
  for (const farewell of farewells.splice(0)) await farewell();
}

/** For what does not end with our processes, whatever ends us. */
export function atEnd(farewell) {
  farewells.push(farewell);
}

/** Ends one, and what it started. */
export async function endProcess(child) {
  const ended = new Promise(resolve => child.once('close', resolve));
  signalGroup(child, 'SIGTERM');
  const patience = setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000);
  await ended;
  clearTimeout(patience);
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (ending) return;
    await endAll();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}
process.on('exit', () =>
  children.forEach(child => signalGroup(child, 'SIGKILL')),
);

/**
 * Waits until `check` resolves to something truthy, and gives it back. Fails
 * when the process that it waits for ends first, with that one's last lines.
 */
export async function waitFor(
  what,
  check,
  { process: awaited, seconds = 120 },
) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const result = await check().catch(() => undefined);
    if (result) return result;
    if (awaited?.exitCode !== null && awaited?.exitCode !== undefined) {
      throw new Failure(
        `${what} ended before it was ready.${lastWords(awaited)}`,
      );
    }
    if (Date.now() > deadline) {
      throw new Failure(
        `${what} was not ready after ${seconds} s.${lastWords(awaited)}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** The end of a logged process's output, to go with an error. */
export function lastWords(child) {
  if (!child?.logFile) return '';
  const lines = readFileSync(child.logFile, 'utf8').trim().split('\n');
  return ` Its last words (.local/logs/${path.basename(
    child.logFile,
  )}):\n${lines
    .slice(-12)
    .map(line => `    ${line}`)
    .join('\n')}`;
}

/** Refuses with one sentence when a port that we need is taken. */
export async function requireFreePort(port, purpose, variable) {
  const free = await new Promise(resolve => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1' }, () =>
      server.close(() => resolve(true)),
    );
  });
  if (!free) {
    throw new Failure(
      `Port ${port} (${purpose}) is in use: end what uses it, or choose another with ${variable}=PORT in the environment or in .env.`,
    );
  }
}
