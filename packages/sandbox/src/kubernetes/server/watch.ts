import type { ServedType } from '../resourceTypes';
import type { MemoryClusterStore } from '../store/clusterStore';
import type { Collection } from '../store/collection';
import { EventStream } from './eventStream';
import { namespaceOf, type Exchange } from './exchange';
import { listOptions, type ListOptions } from './listOptions';
import type { WatchTimes } from './options';
import { negotiate } from './representation';
import type { Watches } from './watches';

/** A watch with a deadline gets its last bookmark this long before it. */
const LAST_BOOKMARK_MS = 2000;
const INITIAL_EVENTS_END = 'k8s.io/initial-events-end';

/** What watches need of their server. */
export interface WatchContext {
  store: MemoryClusterStore;
  watches: Watches;
  times: WatchTimes;
  random: () => number;
}

/** Answers a watch, until its time is up or the client goes. */
export function handleWatch(
  exchange: Exchange,
  type: ServedType,
  context: WatchContext,
): void {
  const representation = negotiate(exchange.request.headers.accept);
  const options = listOptions(exchange.info.query, type);
  const namespace = namespaceOf(exchange, type);
  const { response } = exchange;
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.flushHeaders();
  const stream = new EventStream(response, type, representation, {
    inScope: record =>
      (namespace === undefined || record.namespace === namespace) &&
      (options.matches?.(record) ?? true),
    version: () => context.store.revision,
    from: Number(options.resourceVersion || context.store.revision),
  });
  const collection = context.store.collection(type);
  if (!sendPast(stream, collection, options)) {
    response.end();
    return;
  }
  const unfollow = collection.follow(change => stream.sendChange(change));
  const timers = startTimers(stream, options, context);
  const stop = () => {
    unfollow();
    timers.forEach(clearTimeout);
  };
  response.once('close', stop);
  context.watches.add(response, stop);
}

/** @returns false when the past that is asked for is forgotten */
function sendPast(
  stream: EventStream,
  collection: Collection,
  options: ListOptions,
): boolean {
  const { resourceVersion, sendInitialEvents } = options;
  if (sendInitialEvents || !resourceVersion || resourceVersion === '0') {
    collection.in().forEach(record => stream.sendExisting(record));
    if (sendInitialEvents && options.allowWatchBookmarks) {
      stream.sendBookmark({ [INITIAL_EVENTS_END]: 'true' });
    }
    return true;
  }
  const changes = collection.journal.since(Number(resourceVersion));
  if (!changes) {
    stream.sendExpired(resourceVersion, collection.journal.horizon);
    return false;
  }
  changes.forEach(change => stream.sendChange(change));
  return true;
}

function startTimers(
  stream: EventStream,
  { timeoutSeconds, allowWatchBookmarks }: ListOptions,
  { times, random }: WatchContext,
): NodeJS.Timeout[] {
  const timeoutMs = timeoutSeconds
    ? timeoutSeconds * 1000
    : times.minTimeoutMs * (1 + random());
  const timers = [setTimeout(() => stream.end(), timeoutMs)];
  if (allowWatchBookmarks) {
    const bookmark = () => stream.sendProgress();
    timers.push(
      setInterval(bookmark, times.bookmarkEveryMs),
      setTimeout(bookmark, Math.max(0, timeoutMs - LAST_BOOKMARK_MS)),
    );
  }
  timers.forEach(timer => timer.unref());
  return timers;
}
