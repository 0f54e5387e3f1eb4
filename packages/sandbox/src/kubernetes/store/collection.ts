import type { ResourceType } from '../objects';
import { Journal, type Change } from './journal';
import type { StoredObject } from './record';

/** All objects of one kind in one cluster, in the order of their keys. */
export class Collection {
  readonly type: ResourceType;
  readonly journal: Journal;
  readonly #records = new Map<string, StoredObject>();
  readonly #keys: string[] = [];
  readonly #followers = new Set<(change: Change) => void>();

  constructor(type: ResourceType, journal: Journal) {
    this.type = type;
    this.journal = journal;
  }

  get size(): number {
    return this.#records.size;
  }

  get(key: string): StoredObject | undefined {
    return this.#records.get(key);
  }

  put(record: StoredObject): void {
    if (!this.#records.has(record.key)) {
      this.#keys.splice(firstNotBelow(this.#keys, record.key), 0, record.key);
    }
    this.#records.set(record.key, record);
  }

  remove(key: string): void {
    if (this.#records.delete(key)) {
      this.#keys.splice(firstNotBelow(this.#keys, key), 1);
    }
  }

  /** The records of one namespace, or all of them. */
  in(namespace?: string): StoredObject[] {
    return keysOf(this.#keys, namespace).map(key => this.#records.get(key)!);
  }

  /** The same as they were at an older version; undefined when that is forgotten. */
  at(version: number, namespace?: string): StoredObject[] | undefined {
    const changes = this.journal.since(version);
    if (!changes) {
      return undefined;
    }
    if (changes.length === 0) {
      return this.in(namespace);
    }
    const before = new Map<string, StoredObject | undefined>();
    for (const { record, previous } of [...changes].reverse()) {
      before.set(record.key, previous);
    }
    const keys = [...new Set([...this.#keys, ...before.keys()])].sort(byCode);
    return keysOf(keys, namespace).flatMap(key => {
      const record = before.has(key) ? before.get(key) : this.#records.get(key);
      return record ?? [];
    });
  }

  /** Calls back on every change from now on; returns how to stop. */
  follow(follower: (change: Change) => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  announce(change: Change): void {
    for (const follower of [...this.#followers]) {
      follower(change);
    }
  }
}

function keysOf(keys: string[], namespace: string | undefined): string[] {
  if (namespace === undefined) {
    return keys;
  }
  // '0' is the character after '/': the first key behind the namespace
  return keys.slice(
    firstNotBelow(keys, `${namespace}/`),
    firstNotBelow(keys, `${namespace}0`),
  );
}

function firstNotBelow(keys: string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle] < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function byCode(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
