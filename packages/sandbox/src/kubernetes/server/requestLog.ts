/** Requests of one sort, counted. */
export interface RequestCount {
  verb: string;
  /** Qualified, such as `backups.velero.io` or `pods/log`; the path for what is no resource. */
  resource: string;
  namespace?: string;
  identity: string;
  code: number;
  count: number;
}

/** What one request was, once it is answered. */
export type LoggedRequest = Omit<RequestCount, 'count'>;

/**
 * Who asked how often for what: the audit log of a sandbox cluster. A
 * benchmark proves from it that nothing is listed twice, a test that no call
 * was denied.
 */
export class RequestLog {
  readonly #counts = new Map<string, RequestCount>();

  add(request: LoggedRequest): void {
    const { verb, resource, namespace = '', identity, code } = request;
    const key = [verb, resource, namespace, identity, code].join('\n');
    const known = this.#counts.get(key);
    if (known) {
      known.count++;
    } else {
      this.#counts.set(key, { ...request, count: 1 });
    }
  }

  /** All counts, the most frequent first. */
  entries(): RequestCount[] {
    return [...this.#counts.values()]
      .map(entry => ({ ...entry }))
      .sort((a, b) => b.count - a.count);
  }

  /** How many requests match all given fields. */
  total(filter: Partial<LoggedRequest> = {}): number {
    const wanted = Object.entries(filter);
    return this.entries()
      .filter(entry =>
        wanted.every(
          ([field, value]) => entry[field as keyof LoggedRequest] === value,
        ),
      )
      .reduce((sum, { count }) => sum + count, 0);
  }

  reset(): void {
    this.#counts.clear();
  }
}
