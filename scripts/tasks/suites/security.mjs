import { readFileSync } from 'node:fs';
import { endAll } from '../../toolchain/processes.mjs';
import { CALLERS } from '../security/callers.mjs';
import { DOCUMENT, rowsOf } from '../security/document.mjs';
import { tryAllRoutes } from '../security/table.mjs';
import { timed } from './report.mjs';

/** Every route answers everyone as the table in docs/security.md says. */
export const security = () =>
  timed(async () => {
    const written = new Map(
      rowsOf(readFileSync(DOCUMENT, 'utf8')).map(([route, ...cells]) => [
        route,
        cells,
      ]),
    );
    const rows = await tryAllRoutes();
    await endAll();
    const problems = rows.map(([route, ...cells]) =>
      differences(route, written.get(route) ?? [], cells),
    );
    for (const line of problems.flat()) console.log(`  ✖ ${line}`);
    const failed = problems.filter(({ length }) => length > 0).length;
    return { passed: rows.length - failed, failed };
  });

function differences(route, written, cells) {
  return cells.flatMap((cell, at) =>
    cell === written[at]
      ? []
      : [
          `${route} answers "${CALLERS[at].title}" ${cell}, not ${
            written[at] ?? 'anything that is written'
          }`,
        ],
  );
}
