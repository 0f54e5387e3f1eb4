import { Failure } from '../../toolchain/failure.mjs';
import { CALLERS } from './callers.mjs';
import { prepare } from './fixtures.mjs';
import { startPortalToTry } from './portal.mjs';
import { TRIALS } from './trials.mjs';

/**
 * Tries every route that the plugin's router has, as everyone. Gives back a row
 * per route: its name and a cell per caller.
 *
 * @throws Failure naming routes that nobody wrote a trial for, and trials of none
 */
export async function tryAllRoutes() {
  const { ask, routes } = await startPortalToTry();
  requireTrials(await routes());
  const fixtures = await prepare(ask);
  const rows = [];
  for (const [route, trial] of Object.entries(TRIALS)) {
    const cells = [];
    for (const caller of CALLERS) {
      const target = fixtures.targets[caller.workspace];
      const { path, body } = await trial(target, fixtures);
      const answer = await ask(caller, route.split(' ')[0], path, body);
      cells.push(inShort(answer));
    }
    rows.push([`\`${route}\``, ...cells]);
  }
  return rows;
}

/** The rows as Markdown. */
export function toMarkdown(rows) {
  const head = ['', ...CALLERS.map(({ title }) => title)];
  return [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function requireTrials(routes) {
  const untried = routes.filter(route => !TRIALS[route]);
  const gone = Object.keys(TRIALS).filter(route => !routes.includes(route));
  if (untried.length + gone.length === 0) return;
  throw new Failure(
    `scripts/tasks/security/trials.mjs has to try what the router has. It lacks: ${
      untried.join(', ') || 'nothing'
    }. It tries what is not there: ${gone.join(', ') || 'nothing'}.`,
  );
}

/** The status; and that there was nothing in a list, which is an answer, too. */
function inShort({ status, body }) {
  const items = Array.isArray(body) ? body : listIn(body);
  const isEmpty = status === 200 && (body === '' || items?.length === 0);
  return isEmpty ? '200, empty' : String(status);
}

function listIn({ items, rows, simulation }) {
  return items ?? rows ?? simulation?.namespaces;
}
