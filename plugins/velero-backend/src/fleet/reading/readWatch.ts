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
  /** The server goes on from the version; not called when it refuses to. */
  onOpen(): void;
  onBytes(): void;
  onEvent(event: WatchEvent): void;
}

/** A watch that was not refused for so long is open. */
const REFUSAL_MS = 250;

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
  // A version that the server has forgotten is refused in the first line.
  let opened = false;
  const open = () => {
    if (!opened) {
      opened = true;
      options.onOpen();
    }
  };
  const timer = setTimeout(open, REFUSAL_MS);
  try {
    for await (const line of splitLines(body, options.onBytes)) {
      const event = parseEvent(line);
      open();
      options.onEvent(event);
    }
  } finally {
    clearTimeout(timer);
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
