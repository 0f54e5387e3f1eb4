import type { IncomingMessage } from 'node:http';
import type { Wire } from './wire';

/** One line of a watch. */
export interface WatchLine {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: any;
}

/** An open watch, read line by line. */
export class WatchStream {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly #response: IncomingMessage;
  readonly #lines: AsyncGenerator<WatchLine>;

  private constructor(response: IncomingMessage) {
    this.status = response.statusCode!;
    this.headers = response.headers;
    this.#response = response;
    this.#lines = linesOf(response);
  }

  static async open(
    wire: Wire,
    path: string,
    headers?: Record<string, string>,
  ): Promise<WatchStream> {
    return new WatchStream(await wire.open('GET', path, { headers }));
  }

  /** The next line; undefined when the server has closed the watch. */
  async next(): Promise<WatchLine | undefined> {
    const { value, done } = await this.#lines.next();
    return done ? undefined : value;
  }

  /** The next lines, as `TYPE name`. */
  async take(count: number): Promise<string[]> {
    const taken: string[] = [];
    while (taken.length < count) {
      const line = await this.next();
      if (!line) {
        throw new Error(
          `The watch ended after ${taken.length} of ${count} events: ${taken}`,
        );
      }
      taken.push(`${line.type} ${line.object.metadata?.name ?? ''}`.trim());
    }
    return taken;
  }

  /** All that comes until the server closes the watch. */
  async rest(): Promise<WatchLine[]> {
    const lines: WatchLine[] = [];
    for (let line = await this.next(); line; line = await this.next()) {
      lines.push(line);
    }
    return lines;
  }

  close(): void {
    this.#response.destroy();
  }
}

async function* linesOf(stream: IncomingMessage): AsyncGenerator<WatchLine> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      yield JSON.parse(line);
    }
  }
  // an error before a watch begins comes as one Status, without a line's end
  if (rest.trim()) {
    yield JSON.parse(rest);
  }
}
