// Two commands at once would start servers twice.
import {
  openSync,
  closeSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { BedError } from './errors.mjs';
import { cacheDir } from './paths.mjs';

const lockFile = join(cacheDir, 'lock');

export async function withLock(work) {
  mkdirSync(cacheDir, { recursive: true });
  take();
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function take() {
  try {
    const file = openSync(lockFile, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = Number(readFileSync(lockFile, 'utf8'));
    if (isAlive(holder)) {
      throw new BedError(`Another testbed command runs (pid ${holder})`, {
        hint: 'Wait until it is done.',
      });
    }
    rmSync(lockFile, { force: true });
    take();
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
