// Starts servers detached, knows them again in a later run, and stops them.
// A server is known by its pid and that pid's start time, so that a pid used again is never taken for ours.
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { BedError } from './errors.mjs';
import { hashFiles, readJson, sha256, writeJson } from './files.mjs';
import { logDir, processDir } from './paths.mjs';
import { isFree } from './ports.mjs';
import { until } from './until.mjs';

const recordFile = name => join(processDir, `${name}.json`);
export const logFile = name => join(logDir, `${name}.log`);

/**
 * Makes sure that a server runs as specified and is ready.
 *
 * spec: name, command, args, env, cwd, ports; inputs (files whose change asks for a restart);
 * ready() -> truthy when it serves; seconds to wait for that; hint (what to do when it fails);
 */
export async function ensure(spec) {
  const fingerprint = fingerprintOf(spec);
  const before = find(spec.name);
  if (before?.fingerprint === fingerprint && (await isReady(spec, 5))) {
    return 'kept';
  }
  await stop(spec.name);
  await assertPortsFree(spec);
  start(spec, fingerprint);
  await waitReady(spec);
  return before ? 'restarted' : 'started';
}

/** The record of a server that runs now. */
export function find(name) {
  const record = readJson(recordFile(name));
  return record && startTime(record.pid) === record.startTime
    ? record
    : undefined;
}

export function names() {
  if (!existsSync(processDir)) return [];
  return readdirSync(processDir)
    .filter(file => file.endsWith('.json'))
    .map(file => file.slice(0, -'.json'.length));
}

/** Bytes of a server and its children: a Velero runs its plugins as processes. */
export function residentMemory(group) {
  const kilobytes = members(group).map(pid => {
    const match = /^VmRSS:\s+(\d+) kB/m.exec(readProc(pid, 'status') ?? '');
    return match ? Number(match[1]) : 0;
  });
  return kilobytes.reduce((sum, next) => sum + next, 0) * 1024;
}

/** Asks the server's whole process group to end; insists after 20 s. */
export async function stop(name) {
  const record = readJson(recordFile(name));
  const alive = () => record && groupAlive(record);
  const wasUp = alive();
  for (const signal of [record?.stopSignal, 'SIGKILL']) {
    if (!alive()) break;
    signalGroup(record.pid, signal);
    await until(() => !alive(), { seconds: 20 });
  }
  rmSync(recordFile(name), { force: true });
  return wasUp ? 'stopped' : 'was down';
}

function start(spec, fingerprint) {
  mkdirSync(logDir, { recursive: true });
  const file = logFile(spec.name);
  if (existsSync(file)) renameSync(file, `${file}.previous`);
  const log = openSync(file, 'a', 0o600);
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: { ...inherited(), ...spec.env },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.once('error', () => {}); // a missing binary is told by waitReady, which finds no process
  child.unref();
  if (!child.pid) return;
  writeJson(recordFile(spec.name), {
    name: spec.name,
    pid: child.pid,
    startTime: startTime(child.pid),
    startedAt: new Date().toISOString(),
    ports: spec.ports,
    stopSignal: spec.stopSignal ?? 'SIGTERM',
    fingerprint,
  });
}

/** Little, so that a user's own AWS, Go or Kubernetes settings change nothing here. */
function inherited() {
  const names = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'JAVA_HOME'];
  return Object.fromEntries(names.map(name => [name, process.env[name]]));
}

async function waitReady(spec) {
  const seconds = spec.seconds ?? 180;
  if (await isReady(spec, seconds)) return;
  const died = !find(spec.name);
  throw new BedError(
    died
      ? `${spec.name} ended while starting`
      : `${spec.name} was not ready after ${seconds} s`,
    { hint: spec.hint, logFile: logFile(spec.name) },
  );
}

async function isReady(spec, seconds) {
  const answer = await until(
    async () => {
      if (!find(spec.name)) return 'died';
      return (await spec.ready().catch(() => false)) && 'ready';
    },
    { seconds },
  );
  return answer === 'ready';
}

async function assertPortsFree(spec) {
  for (const port of spec.ports) {
    if (!(await isFree(port))) {
      throw new BedError(`${spec.name} needs port ${port}, which is in use`, {
        hint: 'Free it, or move the bed: down, then up --port-base N.',
      });
    }
  }
}

function fingerprintOf({ command, args, env, inputs = [] }) {
  return sha256(JSON.stringify([command, args, env]), hashFiles(inputs));
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Whether anything of a server's group lives: its leader, or children that a killed leader left behind.
 * Zombies count as gone: where nobody reaps orphans they would stay for ever.
 */
function groupAlive({ pid, startTime: leaderStart }) {
  const leader = statOf(pid);
  if (leader && leader.startTime !== leaderStart) return false; // a stranger with the pid of old
  return members(pid).length > 0;
}

function members(group) {
  return readdirSync('/proc').filter(pid => {
    const stat = /^\d+$/.test(pid) && statOf(pid);
    return stat && stat.group === group && stat.state !== 'Z';
  });
}

function startTime(pid) {
  const stat = statOf(pid);
  return stat && stat.state !== 'Z' ? stat.startTime : undefined;
}

function statOf(pid) {
  const text = readProc(pid, 'stat');
  if (!text) return undefined;
  // The command's name comes in parentheses and may hold anything: count from its end.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], group: Number(fields[2]), startTime: fields[19] };
}

function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined; // it ended
  }
}
