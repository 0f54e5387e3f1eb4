/**
 * Reads fields of an object as a cluster sent it. The cluster may be of any
 * Velero version, and is not trusted: what has another type than expected is
 * absent.
 */
export class Raw {
  readonly #value: Record<string, unknown>;

  constructor(value: unknown) {
    this.#value =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Record<string, unknown>)
        : {};
  }

  at(key: string): Raw {
    return new Raw(this.#value[key]);
  }

  text(key: string): string | undefined {
    const value = this.#value[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  count(key: string): number | undefined {
    const value = this.#value[key];
    return typeof value === 'number' && Number.isFinite(value)
      ? value
      : undefined;
  }

  flag(key: string): boolean {
    return this.#value[key] === true;
  }

  /** Milliseconds since 1970. */
  time(key: string): number | undefined {
    const milliseconds = Date.parse(this.text(key) ?? '');
    return Number.isNaN(milliseconds) ? undefined : milliseconds;
  }

  texts(key: string): string[] {
    const value = this.#value[key];
    return Array.isArray(value)
      ? value.filter(entry => typeof entry === 'string')
      : [];
  }

  list(key: string): Raw[] {
    const value = this.#value[key];
    return Array.isArray(value) ? value.map(entry => new Raw(entry)) : [];
  }

  /** Entries of a map whose values are text, such as labels. */
  textMap(key: string): Record<string, string> {
    return Object.fromEntries(
      Object.entries(this.at(key).#value).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    );
  }

  value<T>(): T {
    return this.#value as T;
  }
}
