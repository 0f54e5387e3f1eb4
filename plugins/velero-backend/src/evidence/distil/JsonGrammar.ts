import { Scalar, TokenSink } from './JsonTokenizer';

/** Keys of objects and places in arrays, from the outside in. */
export type JsonPath = readonly (string | number)[];

/** What is done with a document's parts, in the order of its text. */
export interface JsonVisitor {
  /** `path` is reused: copy what is kept of it. */
  value(path: JsonPath, value: Scalar): void;
  /** An object or array ends; `path` names it. */
  leave?(path: JsonPath): void;
}

const MAX_DEPTH = 12;

/** Puts tokens together; what may come next is all it remembers. */
export class JsonGrammar implements TokenSink {
  readonly #visitor: JsonVisitor;
  readonly #path: (string | number)[] = [];
  readonly #closers: ('}' | ']')[] = [];
  #next: 'value' | 'valueOrClose' | 'key' | 'keyOrClose' | ':' | ',' | 'end' =
    'value';

  constructor(visitor: JsonVisitor) {
    this.#visitor = visitor;
  }

  get isDone(): boolean {
    return this.#next === 'end';
  }

  scalar(value: Scalar): void {
    if (this.#next === 'key' || this.#next === 'keyOrClose') {
      if (typeof value !== 'string') {
        throw new SyntaxError('a key is a text');
      }
      this.#path[this.#path.length - 1] = value;
      this.#next = ':';
      return;
    }
    this.#expectValue();
    this.#visitor.value(this.#path, value);
    this.#valueEnded();
  }

  punctuation(mark: string): void {
    switch (mark) {
      case '{':
      case '[':
        this.#open(mark);
        break;
      case '}':
      case ']':
        this.#close(mark);
        break;
      case ':':
        this.#expect(':');
        this.#next = 'value';
        break;
      default:
        this.#expect(',');
        this.#goOn();
    }
  }

  #open(mark: '{' | '['): void {
    this.#expectValue();
    if (this.#path.length === MAX_DEPTH) {
      throw new RangeError('it is nested too deeply');
    }
    this.#closers.push(mark === '{' ? '}' : ']');
    this.#path.push(mark === '{' ? '' : 0);
    this.#next = mark === '{' ? 'keyOrClose' : 'valueOrClose';
  }

  #close(mark: '}' | ']'): void {
    const empty = mark === '}' ? 'keyOrClose' : 'valueOrClose';
    if (this.#next !== empty) {
      this.#expect(',');
    }
    if (this.#closers.pop() !== mark) {
      throw new SyntaxError('brackets do not match');
    }
    this.#path.pop();
    this.#visitor.leave?.(this.#path);
    this.#valueEnded();
  }

  #goOn(): void {
    const last = this.#path.length - 1;
    const place = this.#path[last];
    if (this.#closers[last] === ']') {
      this.#path[last] = (place as number) + 1;
      this.#next = 'value';
    } else {
      this.#next = 'key';
    }
  }

  #valueEnded(): void {
    this.#next = this.#closers.length > 0 ? ',' : 'end';
  }

  #expectValue(): void {
    if (this.#next !== 'value' && this.#next !== 'valueOrClose') {
      throw new SyntaxError('no value may stand here');
    }
  }

  #expect(next: ':' | ','): void {
    if (this.#next !== next) {
      throw new SyntaxError(`no ${next} may stand here`);
    }
  }
}
