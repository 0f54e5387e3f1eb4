import prettier from 'prettier';
import { Failure } from '../../toolchain/failure.mjs';
import { repoPath } from '../../toolchain/paths.mjs';
import { toMarkdown } from './table.mjs';

/** Where the table is. */
export const DOCUMENT = repoPath('docs', 'security.md');

const BEGIN = '<!-- routes -->';
const END = '<!-- end of routes -->';

/** The document with these rows in its table, formatted as the repository is. */
export function withTable(text, rows) {
  const [before, after] = around(text);
  return prettier.format(
    `${before}${BEGIN}\n\n${toMarkdown(rows)}\n\n${END}${after}`,
    {
      ...prettier.resolveConfig.sync(DOCUMENT),
      filepath: DOCUMENT,
    },
  );
}

/** What the document says of each route: its name, and the cells after it. */
export function rowsOf(text) {
  const [, after] = text.split(BEGIN);
  const table = after?.split(END)[0] ?? '';
  return table
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
}

function around(text) {
  const [before, rest] = text.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (after === undefined) {
    throw new Failure(`docs/security.md has no place for a table: ${BEGIN}.`);
  }
  return [before, after];
}
