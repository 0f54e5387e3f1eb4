import { row, secondsUntil } from './measures.mjs';

/** A slow machine tells its rate with fewer, too. */
const LIMIT_SECONDS = 420;

/** Seldom: while somebody asks, the portal reads less. */
const ASKED_EVERY_MS = 15_000;

/** Reads the files of so many backups; how fast, with nobody else asking. */
export async function evidenceRead(portal, { evidence }) {
  const backlog = async () =>
    (await portal.ask('/overview')).protection.evidenceBacklog;
  const before = await backlog();
  await portal.probe();
  let read = 0;
  const started = performance.now();
  await secondsUntil(
    async () => {
      read = before - (await backlog());
      return read >= evidence;
    },
    { limit: LIMIT_SECONDS, every: ASKED_EVERY_MS },
  );
  const seconds = (performance.now() - started) / 1000;
  const { rssBytes, eventLoopDelayP99Ms } = await portal.probe();
  return [
    row('backups to read, before', before, ''),
    row('backups read', read, ''),
    row('backups read per second', read / seconds, ''),
    row('event loop delay p99, while reading', eventLoopDelayP99Ms, 'ms', 50),
    row('memory while reading', rssBytes / 1e6, 'MB', 700),
  ];
}
