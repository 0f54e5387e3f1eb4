import { EvidenceStore, Names } from '../evidence';

/** A name takes about so many bytes more than its characters. */
const OVERHEAD_BYTES = 24;
const MAX_BYTES = 48 * 1024 * 1024;

interface Entry {
  names: Names;
  bytes: number;
}

/**
 * Lists of names, by their digest. Most points of a workspace hold the same
 * objects, and are compared with what lives there again and again.
 */
export class NamesCache {
  readonly #store: Pick<EvidenceStore, 'namesOf'>;
  /** The least recently used first. */
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  constructor(store: Pick<EvidenceStore, 'namesOf'>) {
    this.#store = store;
  }

  async get(digests: Iterable<string>): Promise<Map<string, Names>> {
    const found = new Map<string, Names>();
    const missing: string[] = [];
    for (const digest of new Set(digests)) {
      const entry = this.#entries.get(digest);
      if (entry) {
        this.#entries.delete(digest);
        this.#entries.set(digest, entry);
        found.set(digest, entry.names);
      } else {
        missing.push(digest);
      }
    }
    for (const [digest, names] of await this.#store.namesOf(missing)) {
      found.set(digest, names);
      this.#keep(digest, names);
    }
    return found;
  }

  #keep(digest: string, names: Names): void {
    const bytes = sizeOf(names);
    this.#entries.set(digest, { names, bytes });
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= MAX_BYTES) {
        break;
      }
      this.#entries.delete(oldest);
      this.#bytes -= entry.bytes;
    }
  }
}

function sizeOf(names: Names): number {
  let bytes = 0;
  for (const list of names.values()) {
    for (const name of list) {
      bytes += name.length + OVERHEAD_BYTES;
    }
  }
  return bytes;
}
