/** A value that is neither object nor array. */
export type Scalar = string | number | boolean | null;

/** What the tokens of JSON mean to who reads them. */
export interface TokenSink {
  /** One of `{ } [ ] : ,` */
  punctuation(mark: string): void;
  scalar(value: Scalar): void;
}

const MAX_TOKEN_BYTES = 1024 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const WHITESPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);
const PUNCTUATION = new Map(
  [...'{}[]:,'].map(mark => [mark.charCodeAt(0), mark]),
);

/**
 * Takes JSON apart as it arrives. Only the borders of texts and numbers are
 * looked for; reading them is left to JSON.parse.
 */
export class JsonTokenizer {
  readonly #sink: TokenSink;
  /** The parts of the begun text or number that earlier chunks brought. */
  #begun: Buffer[] = [];
  #begunBytes = 0;
  #inside: 'text' | 'word' | undefined;
  #escaped = false;

  constructor(sink: TokenSink) {
    this.#sink = sink;
  }

  /** @throws SyntaxError on what is not a token of JSON, RangeError on one that is too long */
  push(chunk: Buffer): void {
    let start = 0;
    for (let i = 0; i < chunk.length; i++) {
      if (this.#inside === 'text') {
        i = this.#passText(chunk, i);
        if (i < chunk.length) {
          this.#emit(chunk.subarray(start, i + 1));
        }
        continue;
      }
      const byte = chunk[i];
      const mark = PUNCTUATION.get(byte);
      if (mark === undefined && byte !== QUOTE && !WHITESPACE.has(byte)) {
        start = this.#inside ? start : i;
        this.#inside = 'word';
        continue;
      }
      if (this.#inside === 'word') {
        this.#emit(chunk.subarray(start, i));
      }
      if (mark !== undefined) {
        this.#sink.punctuation(mark);
      } else if (byte === QUOTE) {
        this.#inside = 'text';
        start = i;
      }
    }
    if (this.#inside) {
      this.#keep(chunk.subarray(start));
    }
  }

  /** Whether it ended between tokens. @throws as `push` */
  end(): boolean {
    if (this.#inside === 'word') {
      this.#emit(Buffer.alloc(0));
    }
    return this.#inside === undefined;
  }

  /** Returns where the text that goes on at `from` ends: at its quote, or with the chunk. */
  #passText(chunk: Buffer, from: number): number {
    let escaped = this.#escaped;
    let i = from;
    for (; i < chunk.length; i++) {
      const byte = chunk[i];
      if (escaped) {
        escaped = false;
      } else if (byte === BACKSLASH) {
        escaped = true;
      } else if (byte === QUOTE) {
        break;
      }
    }
    this.#escaped = escaped;
    return i;
  }

  #emit(tail: Buffer): void {
    const whole = this.#begun.length
      ? Buffer.concat([...this.#begun, tail])
      : tail;
    this.#begun = [];
    this.#begunBytes = 0;
    this.#inside = undefined;
    this.#sink.scalar(JSON.parse(whole.toString('utf8')));
  }

  #keep(part: Buffer): void {
    this.#begunBytes += part.length;
    if (this.#begunBytes > MAX_TOKEN_BYTES) {
      throw new RangeError('a text in it is too long');
    }
    this.#begun.push(Buffer.from(part));
  }
}
