import { EvidenceState, EvidenceStore } from '../store';

/** Replicas' clocks differ by less, or nothing else of the portal works. */
const CLOCK_SKEW_MS = 60_000;

/** Told of the evidence that changed, by id. */
export type LedgerListener = (ids: readonly string[]) => void;

/**
 * How far the portal is with all evidence, in memory: pages and the reader ask
 * it for each of thousands of backups. Other replicas' work shows up with the
 * next refresh.
 */
export class EvidenceLedger {
  readonly #store: EvidenceStore;
  readonly #states = new Map<string, EvidenceState>();
  readonly #listeners = new Set<LedgerListener>();
  #newest: number | undefined;

  /** Rises with each change. */
  version = 0;

  constructor(store: EvidenceStore) {
    this.#store = store;
  }

  get(id: string): EvidenceState | undefined {
    return this.#states.get(id);
  }

  get size(): number {
    return this.#states.size;
  }

  values(): Iterable<EvidenceState> {
    return this.#states.values();
  }

  /** Returns how to stop. */
  onChange(listener: LedgerListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes in what changed in the database; everything, the first time. */
  async refresh(): Promise<void> {
    const since =
      this.#newest === undefined ? undefined : this.#newest - CLOCK_SKEW_MS;
    this.#take(await this.#store.states(since));
    this.#newest ??= 0;
  }

  #take(states: EvidenceState[], gone: string[] = []): void {
    const changed = [...gone];
    for (const state of states) {
      if (this.#states.get(state.id)?.updatedAt !== state.updatedAt) {
        this.#states.set(state.id, state);
        changed.push(state.id);
      }
      this.#newest = Math.max(this.#newest ?? 0, state.updatedAt);
    }
    this.#tell(changed);
  }

  /** Takes in what this replica just did. */
  async refreshOne(id: string): Promise<void> {
    const state = await this.#store.state(id);
    this.#take(state ? [state] : []);
  }

  /** Takes in everything anew, and takes out what another replica dropped. */
  async reload(): Promise<void> {
    const states = await this.#store.states();
    const present = new Set(states.map(({ id }) => id));
    const gone = [...this.#states.keys()].filter(id => !present.has(id));
    gone.forEach(id => this.#states.delete(id));
    this.#take(states, gone);
  }

  #tell(ids: readonly string[]): void {
    if (ids.length > 0) {
      this.version++;
      this.#listeners.forEach(listener => listener(ids));
    }
  }
}
