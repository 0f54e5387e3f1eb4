import autocannon from 'autocannon';

/** Requests per second. */
const RATE = 50;
/**
 * One after the other: autocannon sends the requests of several connections in
 * one burst each time, of which the last waits for all. One that is answered
 * late counts as several, for those that would have come meanwhile.
 */
const LOAD = { overallRate: RATE, connections: 1, warmup: { duration: 2 } };
const WARM_UP_MS = 60_000;
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

/** Asks again and again until it holds; resolves to the seconds it took. */
export async function secondsUntil(holds, { limit = 180, every = 20 } = {}) {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  while (!(await holds())) {
    if (seconds() > limit) return Infinity;
    await pause(every);
  }
  return seconds();
}

/** How soon clusters are shown, counted from the first answer of the backend. */
export async function firstOverview(portal, { names, down }) {
  const live = async () =>
    (await portal.ask('/clusters')).filter(({ state }) => state === 'live')
      .length;
  await portal.probe();
  const first = await secondsUntil(async () => (await live()) > 0);
  const all =
    first +
    (await secondsUntil(
      async () => (await live()) >= names.length - down.length,
    ));
  const { rssBytes, eventLoopDelayP99Ms } = await portal.probe();
  return [
    row('first cluster shown', first, 's', 2),
    row('every reachable cluster shown', all, 's', 60),
    row('event loop delay p99, while listing', eventLoopDelayP99Ms, 'ms', 50),
    row('memory after listing', rssBytes / 1e6, 'MB', 700),
  ];
}

/**
 * Right after a start, while the catalog takes in a thousand workspaces and what
 * lives in all clusters is read. The design's budget is for warm reads: this is
 * told without one, and then waited out.
 */
export async function coldReads(portal, { seconds }) {
  await portal.asPerson();
  const { latency } = await load(portal, '/overview', seconds);
  await pause(WARM_UP_MS);
  const what = `overview, right after the start, p99 at ${RATE}/s`;
  return [row(what, latency.p99, 'ms')];
}

/** Warm reads by a person, at the design's rate. */
export async function reads(portal, { seconds }) {
  const [workspace] = (await portal.ask('/workspaces?limit=1')).items;
  const paths = {
    overview: '/overview',
    workspaces: '/workspaces?sort=lastBackup&order=desc',
    'one workspace': `/workspaces/${workspace.id}`,
    'backups, sorted': '/backups?sort=expiresAt&order=desc',
    'backups, searched': '/backups?search=2026',
  };
  let { cpuSeconds } = await portal.probe();
  let delay = 0;
  const rows = [];
  for (const [name, path] of Object.entries(paths)) {
    const { latency, requests, warmup } = await load(portal, path, seconds);
    const probe = await portal.probe();
    const answers = requests.total + warmup.requests.total;
    const used = (probe.cpuSeconds - cpuSeconds) / answers;
    ({ cpuSeconds } = probe);
    delay = Math.max(delay, probe.eventLoopDelayP99Ms);
    rows.push(row(`${name}, p99 at ${RATE}/s`, latency.p99, 'ms', 20));
    // Of all the process did meanwhile: it tells more than time does where
    // others work on the machine.
    rows.push(row(`${name}, CPU per request`, used * 1000, 'ms'));
  }
  const { rssBytes } = await portal.probe();
  return [
    ...rows,
    row('event loop delay p99, under reads', delay, 'ms', 50),
    row('memory under reads', rssBytes / 1e6, 'MB', 700),
  ];
}

/** @throws when any answer was none */
async function load(portal, path, seconds) {
  const found = await autocannon({
    url: `${portal.api}${path}`,
    headers: portal.headers(),
    ...LOAD,
    duration: seconds,
  });
  const bad = found.non2xx + found.errors;
  if (bad > 0) throw new Error(`${path}: ${bad} bad answers`);
  return found;
}

/** What dropped watches cost the API servers. */
export async function relists(portal, { control, names, down }) {
  const counts = async () => {
    const { clusters } = await control('GET', '/');
    const of = kind =>
      clusters
        .filter(({ name }) => !down.includes(name))
        .reduce((sum, { requests }) => sum + requests[kind], 0);
    return { lists: of('list'), watches: of('watch') };
  };
  const before = await counts();
  for (const name of names.filter(each => !down.includes(each))) {
    await control('POST', `/clusters/${name}/faults`, { dropWatches: true });
  }
  await secondsUntil(
    async () =>
      (await counts()).watches >= before.watches + names.length - down.length,
  );
  await pause(2000);
  const after = await counts();
  return [
    row(
      'LISTs after every watch was dropped',
      after.lists - before.lists,
      '',
      0,
    ),
  ];
}

/** From a change in a cluster to an answer that shows it. */
export async function freshness(portal, { control, healthy }) {
  const name = `bench-${Date.now()}`;
  await control('POST', `/clusters/${healthy}/backups`, { name });
  const seconds = await secondsUntil(
    async () => (await portal.ask(`/backups?search=${name}`)).total > 0,
  );
  return [row('change in a cluster to an answer', seconds, 's', 2)];
}

/** What was measured, with its budget if it has one. */
export function row(what, value, unit, budget) {
  return { what, value, unit, budget };
}
