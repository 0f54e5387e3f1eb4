import { readdirSync, readFileSync, statSync } from 'fs';
import path from 'path';
import { LintedFile } from './lintFiles';

const READ = /\.(ya?ml|sh|bash|md)$/;
const SKIPPED = new Set(['node_modules', 'vendor']);
/** Larger files are no manifests that people write. */
const MAX_BYTES = 2_000_000;

/**
 * The files below paths that a lint can read. Links are not followed.
 *
 * @throws an error that names a path that is not there
 */
export function readFiles(paths: string[]): LintedFile[] {
  const names = new Set(paths.flatMap(filesBelow));
  return [...names]
    .filter(name => READ.test(name) && statSync(name).size <= MAX_BYTES)
    .sort()
    .map(name => ({ path: name, text: readFileSync(name, 'utf8') }));
}

function filesBelow(name: string): string[] {
  const stat = statSync(name, { throwIfNoEntry: false });
  if (!stat) throw new Error(`There is no ${name}`);
  if (stat.isFile()) return [path.normalize(name)];
  return readdirSync(name, { withFileTypes: true })
    .filter(entry => !entry.name.startsWith('.') && !SKIPPED.has(entry.name))
    .filter(entry => entry.isFile() || entry.isDirectory())
    .flatMap(entry => filesBelow(path.join(name, entry.name)));
}
