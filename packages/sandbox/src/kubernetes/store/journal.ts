import type { WatchEvent } from '../objects';
import type { StoredObject } from './record';

/** One change, with the bytes before and after. */
export interface Change {
  readonly version: number;
  readonly type: WatchEvent['type'];
  /** For DELETED the last state, under the version of the deletion. */
  readonly record: StoredObject;
  readonly previous?: StoredObject;
}

/** The recent changes of one kind: what a watch or a paged list can go back to. */
export class Journal {
  #changes: Change[] = [];
  /** Everything after this version is here; everything up to it is forgotten. */
  #horizon: number;
  readonly #limit: number;

  constructor(horizon: number, limit: number) {
    this.#horizon = horizon;
    this.#limit = limit;
  }

  append(change: Change): void {
    this.#changes.push(change);
    // trimmed in large steps, so that one append costs next to nothing
    if (this.#changes.length > this.#limit * 2) {
      this.#forgetFirst(this.#changes.length - this.#limit);
    }
  }

  /** The oldest version that a watch can start from. */
  get horizon(): number {
    return this.#horizon;
  }

  /** All changes after a version; undefined when some of them are forgotten. */
  since(version: number): readonly Change[] | undefined {
    if (version < this.#horizon) {
      return undefined;
    }
    let from = this.#changes.length;
    while (from > 0 && this.#changes[from - 1].version > version) {
      from--;
    }
    return this.#changes.slice(from);
  }

  /** Forgets all, as etcd's compaction does: older versions are 410 from now on. */
  compact(version: number): void {
    this.#changes = [];
    this.#horizon = version;
  }

  #forgetFirst(count: number): void {
    this.#horizon = this.#changes[count - 1].version;
    this.#changes = this.#changes.slice(count);
  }
}
