import { KubeClient, KubeError } from '../../clusters';
import { splitLines } from './splitLines';

/** One line of a watch. */
export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: unknown;
  resourceVersion: string | undefined;
}

/** How to read one watch. */
export interface WatchOptions {
  client: KubeClient;
  path: string;
  resourceVersion: string;
  /** When the server shall end it in good order. */
  timeoutSeconds: number;
  /** Without a byte for so long it is given up; bookmarks come about every minute. */
  silenceMs: number;
  signal: AbortSignal;
  onOpen(): void;
  onBytes(): void;
  onEvent(event: WatchEvent): void;
}

/**
 * Follows a watch until the server ends it.
 *
 * @throws KubeError what the server refuses with, at once or in the stream,
 *   410 among them; SilenceError; or Node's own error of the connection
 */
export async function readWatch(options: WatchOptions): Promise<void> {
  const { client, path, resourceVersion, timeoutSeconds, signal } = options;
  const body = await client.open({
    path,
    signal,
    bodySilenceMs: options.silenceMs,
    query: {
      watch: true,
      allowWatchBookmarks: true,
      resourceVersion,
      timeoutSeconds,
    },
  });
  options.onOpen();
  for await (const line of splitLines(body, options.onBytes)) {
    options.onEvent(parseEvent(line));
  }
}

function parseEvent(line: string): WatchEvent {
  const { type, object } = JSON.parse(line);
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
    case 'BOOKMARK':
      return {
        type,
        object,
        resourceVersion: object?.metadata?.resourceVersion,
      };
    case 'ERROR':
      throw new KubeError(
        Number(object?.code) || 500,
        String(object?.reason ?? ''),
        String(object?.message ?? 'the API server ended the watch'),
      );
    default:
      throw new Error('the watch sent a line that is no event');
  }
}
