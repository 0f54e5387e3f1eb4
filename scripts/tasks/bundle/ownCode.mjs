import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping';

const OURS = /\/plugins\/velero(-common)?\/src\//;

/**
 * What of each JavaScript file in a folder was written in our packages, by the
 * files' source maps: `{ file, bytes, gzip, sources }`, none for files without.
 */
export function ownCode(folder) {
  return readdirSync(folder)
    .filter(
      name =>
        name.endsWith('.js') && existsSync(path.join(folder, `${name}.map`)),
    )
    .map(name => ownCodeOf(path.join(folder, name)))
    .filter(({ bytes }) => bytes > 0);
}

function ownCodeOf(file) {
  const map = new TraceMap(readFileSync(`${file}.map`, 'utf8'));
  const lines = readFileSync(file, 'utf8').split('\n');
  const sources = new Set();
  let code = '';
  decodedMappings(map).forEach((segments, line) => {
    segments.forEach(([column, source], index) => {
      const name = source === undefined ? '' : map.sources[source] ?? '';
      if (!OURS.test(name)) return;
      sources.add(name);
      code += lines[line].slice(column, segments[index + 1]?.[0]);
    });
  });
  return {
    file: path.basename(file),
    bytes: Buffer.byteLength(code),
    gzip: gzipSync(code, { level: 9 }).length,
    sources: [...sources],
    code,
  };
}
