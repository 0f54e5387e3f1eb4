import { badRequest } from '../status';

type Labels = Readonly<Record<string, string>>;

/** Whether labels are selected. */
export type LabelPredicate = (labels: Labels) => boolean;

const TOKEN = /\s*(!=|==|=|!|<|>|\(|\)|,|[^\s!=<>(),]+)/y;

function tokens(selector: string): string[] {
  const found: string[] = [];
  const text = selector.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) {
      break;
    }
    found.push(match[1]);
  }
  return found;
}

class Parser {
  readonly #tokens: string[];
  #at = 0;

  constructor(list: string[]) {
    this.#tokens = list;
  }

  requirements(): LabelPredicate[] {
    const all: LabelPredicate[] = [];
    while (this.#at < this.#tokens.length) {
      all.push(this.#requirement());
      const next = this.#next();
      if (next !== undefined && next !== ',') {
        throw unexpected(next, `',' or 'end of string'`);
      }
    }
    return all;
  }

  #requirement(): LabelPredicate {
    if (this.#peek() === '!') {
      this.#next();
      const absent = this.#key();
      return labels => labels[absent] === undefined;
    }
    const key = this.#key();
    const operator = this.#peek();
    switch (operator) {
      case undefined:
      case ',':
        return labels => labels[key] !== undefined;
      case '=':
      case '==':
        return this.#equals(key);
      case '!=': {
        const equals = this.#equals(key);
        return labels => !equals(labels);
      }
      case '<':
      case '>':
        return this.#compares(key, operator);
      case 'in':
        return this.#in(key);
      case 'notin': {
        const isIn = this.#in(key);
        return labels => !isIn(labels);
      }
      default:
        throw unexpected(operator, `in, notin, =, ==, !=, gt, lt`);
    }
  }

  #equals(key: string): LabelPredicate {
    this.#next();
    const value = this.#value();
    return labels => labels[key] === value;
  }

  #compares(key: string, operator: string): LabelPredicate {
    this.#next();
    const bound = Number(this.#value());
    return labels => {
      const value = Number(labels[key] ?? NaN);
      return operator === '>' ? value > bound : value < bound;
    };
  }

  #in(key: string): LabelPredicate {
    this.#next();
    this.#expect('(');
    const values = new Set<string>();
    for (;;) {
      values.add(this.#value());
      const next = this.#next();
      if (next === ')') {
        break;
      }
      if (next !== ',') {
        throw unexpected(next ?? '', `',', ')' or identifier`);
      }
    }
    return labels => labels[key] !== undefined && values.has(labels[key]);
  }

  #key(): string {
    const key = this.#next();
    if (key === undefined || !/^[A-Za-z0-9]/.test(key)) {
      throw unexpected(key ?? '', `!, identifier, or 'end of string'`);
    }
    return key;
  }

  /** Empty is a value too: `a=`, `a in (,b)`. */
  #value(): string {
    const value = this.#peek();
    if (value === undefined || value === ',' || value === ')') {
      return '';
    }
    return this.#next()!;
  }

  #expect(token: string): void {
    const next = this.#next();
    if (next !== token) {
      throw unexpected(next ?? '', `'${token}'`);
    }
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  #next(): string | undefined {
    return this.#tokens[this.#at++];
  }
}

function unexpected(found: string, expected: string): Error {
  return badRequest(
    `unable to parse requirement: found '${found}', expected: ${expected}`,
  );
}

/**
 * Reads a `labelSelector` parameter: equality (`a=b,c!=d`), sets
 * (`a in (b,c)`, `a notin (b)`), existence (`a`, `!a`) and numbers (`a>3`),
 * as `k8s.io/apimachinery/pkg/labels` does.
 *
 * @throws StatusError 400 for what cannot be parsed
 */
export function parseLabelSelector(selector: string): LabelPredicate {
  const parser = new Parser(tokens(selector));
  const requirements = parser.requirements();
  return labels => requirements.every(requirement => requirement(labels));
}
