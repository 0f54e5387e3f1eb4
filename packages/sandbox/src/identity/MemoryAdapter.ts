import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  expiresAt: number;
}

class MemoryAdapter implements Adapter {
  readonly #entries = new Map<string, Entry>();
  readonly #all: ReadonlyMap<string, MemoryAdapter>;

  constructor(all: ReadonlyMap<string, MemoryAdapter>) {
    this.#all = all;
  }

  async upsert(
    id: string,
    payload: AdapterPayload,
    expiresIn = Infinity,
  ): Promise<void> {
    const expiresAt = Date.now() + expiresIn * 1000;
    this.#entries.set(id, { payload, expiresAt });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.#entries.get(id);
    if (entry && entry.expiresAt <= Date.now()) {
      this.#entries.delete(id);
      return undefined;
    }
    return entry?.payload;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findBy(payload => payload.uid === uid);
  }

  async findByUserCode(code: string): Promise<AdapterPayload | undefined> {
    return this.#findBy(payload => payload.userCode === code);
  }

  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload) {
      payload.consumed = Math.floor(Date.now() / 1000);
    }
  }

  async destroy(id: string): Promise<void> {
    this.#entries.delete(id);
  }

  /** Everything that came out of one grant, in all models. */
  async revokeByGrantId(grantId: string): Promise<void> {
    for (const adapter of this.#all.values()) {
      for (const [id, { payload }] of adapter.#entries) {
        if (payload.grantId === grantId) {
          adapter.#entries.delete(id);
        }
      }
    }
  }

  async #findBy(
    isWanted: (payload: AdapterPayload) => boolean,
  ): Promise<AdapterPayload | undefined> {
    for (const [id, { payload }] of this.#entries) {
      if (isWanted(payload)) {
        return this.find(id);
      }
    }
    return undefined;
  }
}

/** Sessions, grants and tokens, as long as the process lives. */
export function memoryAdapters(): AdapterFactory {
  const models = new Map<string, MemoryAdapter>();
  return name => {
    const adapter = models.get(name) ?? new MemoryAdapter(models);
    models.set(name, adapter);
    return adapter;
  };
}
