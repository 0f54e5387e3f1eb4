import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FENCED = /^```[^]*?^```/gm;
const LINK = /\]\(([^)\s]+)\)/g;

/**
 * The relative links of a Markdown file that lead nowhere: to no file, or to
 * no heading of it. With `inside`, also those that leave that folder.
 */
export function brokenLinks(file, { inside } = {}) {
  const text = readFileSync(file, 'utf8').replace(FENCED, '');
  return [...text.matchAll(LINK)]
    .map(([, target]) => target)
    .filter(target => !/^[a-z]+:/.test(target))
    .filter(target => {
      const [place, heading] = target.split('#');
      const goal = place ? path.resolve(path.dirname(file), place) : file;
      return (
        !existsSync(goal) ||
        (inside && !goal.startsWith(inside + path.sep)) ||
        (heading && !headingsOf(goal).includes(heading))
      );
    });
}

/** As Git hosts and MkDocs make addresses of them. */
function headingsOf(file) {
  const text = readFileSync(file, 'utf8').replace(FENCED, '');
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .trim()
      .replace(/ /g, '-'),
  );
}
