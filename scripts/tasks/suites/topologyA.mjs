import { readdirSync } from 'node:fs';
import { spec } from 'node:test/reporters';
import { run } from 'node:test';
import { repoPath } from '../../toolchain/paths.mjs';
import { timed } from './report.mjs';

const FOLDER = repoPath('topology-a', 'test');

/** The Docker backup of topology A, on a real PostgreSQL and with a docker that stands in. */
export const topologyA = () =>
  timed(
    () =>
      new Promise((resolve, reject) => {
        const count = { passed: 0, failed: 0, skipped: 0 };
        const files = readdirSync(FOLDER)
          .filter(name => name.endsWith('.test.mjs'))
          .map(name => repoPath('topology-a', 'test', name));
        const tests = run({ files, concurrency: false });
        tests.on('test:pass', ({ skip, details }) => {
          if (details.type === 'suite') return;
          count[skip ? 'skipped' : 'passed'] += 1;
        });
        tests.on('test:fail', ({ details }) => {
          if (details.type !== 'suite') count.failed += 1;
        });
        tests.on('error', reject);
        const said = tests.compose(spec);
        said.on('end', () => resolve(count));
        said.pipe(process.stdout, { end: false });
      }),
  );
