/** Past so many, values are no longer compared with the oldest ones. */
const MAX_KNOWN = 4096;

/**
 * Gives equal values one shared copy. Thousands of backups of one schedule
 * have the same spec and labels, and of all backups few phases differ; this is
 * what lets 100,000 of them fit. Shared copies are frozen.
 */
export class Interner {
  #texts = new Map<string, string>();
  #values = new Map<string, unknown>();

  text<T extends string | undefined>(text: T): T {
    if (text === undefined) {
      return text;
    }
    return this.#known(this.#texts, text, () => text) as T;
  }

  /** A JSON value; equal means equal text as JSON. */
  json<T>(value: T): T {
    return this.#known(this.#values, JSON.stringify(value), () =>
      deepFreeze(value),
    ) as T;
  }

  #known<T>(values: Map<string, T>, key: string, make: () => T): T {
    let value = values.get(key);
    if (value === undefined) {
      if (values.size >= MAX_KNOWN) {
        values.clear();
      }
      value = make();
      values.set(key, value);
    }
    return value;
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
