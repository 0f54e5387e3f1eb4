#!/usr/bin/env node
// node testbed/cli.mjs up | down | status | logs NAME | reset
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { down, partNames, reset, status, up } from './lib/bed.mjs';
import { elapsed } from './lib/console.mjs';
import { BedError } from './lib/errors.mjs';
import { stateFile } from './lib/paths.mjs';
import { logFile, names } from './lib/processes.mjs';
import { withLock } from './lib/lock.mjs';

const usage = `Usage: testbed COMMAND

  up [--only PARTS] [--port-base N]   build what is missing, start what does not run, wait for health
  down                                stop everything; data stays
  status                              what runs; exit code 1 unless everything that was started does
  logs NAME                           the last lines of a server's log
  reset                               down, and remove all data, keys and logs; binaries stay

  PARTS: ${partNames.join(',')} (comma-separated; what a part needs comes along)
`;

const commands = {
  up: () => withLock(() => runUp()),
  down: () => withLock(down),
  reset: () => withLock(reset),
  status: showStatus,
  logs: showLog,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    'port-base': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

async function runUp() {
  const started = Date.now();
  await up({ only: values.only?.split(','), base: portBase() });
  console.log(`Up after ${elapsed(Date.now() - started)}: ${stateFile}`);
}

function portBase() {
  const text = values['port-base'];
  if (text === undefined) return undefined;
  const base = Number(text);
  if (Number.isInteger(base) && base >= 1024 && base <= 65_000) return base;
  throw new BedError(`--port-base ${text} is no port from 1024 to 65000`);
}

function showStatus() {
  const rows = status();
  if (rows.length === 0) console.log('Nothing runs.');
  for (const { name, up: isUp, pid, ports, memory, startedAt } of rows) {
    const detail = isUp
      ? `pid ${String(pid).padEnd(8)} ${Math.round(
          memory / 2 ** 20,
        )} MiB`.padEnd(24) + ` ports ${ports.join(',')}  since ${startedAt}`
      : 'run up to start it again';
    console.log(`${name.padEnd(24)} ${isUp ? 'up  ' : 'DOWN'} ${detail}`);
  }
  if (rows.length === 0 || rows.some(row => !row.up)) process.exitCode = 1;
}

function showLog() {
  const [, name] = positionals;
  const file = name && logFile(name);
  if (!file || !existsSync(file)) {
    throw new BedError(`There is no log of ${name ?? 'nothing'}`, {
      hint: `Names: ${names().join(', ') || 'none, nothing was started'}`,
    });
  }
  console.log(file);
  console.log(lastLines(file, 200));
}

function lastLines(file, count) {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-count)
    .join('\n');
}

function report(error) {
  console.error(`\n${error instanceof BedError ? error.message : error.stack}`);
  if (error.logFile && existsSync(error.logFile)) {
    console.error(`\nLast lines of ${error.logFile}:\n`);
    console.error(lastLines(error.logFile, 20));
  }
  if (error.hint) console.error(`\nWhat to do: ${error.hint}`);
  process.exitCode = 1;
}

const command = values.help ? undefined : commands[positionals[0]];
if (command) {
  await Promise.resolve().then(command).catch(report);
} else {
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
}
