// Small helpers over files.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

export function readJson(file, fallback) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : fallback;
}

/** Readers see the old file or the new one, never half of it. What the bed writes may hold tokens: only the user reads it. */
export function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function writeJson(file, value) {
  write(file, `${JSON.stringify(value, null, 2)}\n`);
}

export function sha256(...parts) {
  const hash = createHash('sha256');
  parts.forEach(part => hash.update(part).update('\0'));
  return hash.digest('hex');
}

export function hashFiles(files) {
  return sha256(
    ...files.flatMap(file => [
      file,
      existsSync(file) ? readFileSync(file) : 'missing',
    ]),
  );
}
