import type { KubeObject } from '../objects';
import { notFound } from '../status';
import type { Change } from './journal';
import type { Kind, Kinds } from './kinds';
import { Owners } from './owners';
import { decode, encode, keyOf } from './record';

/** What etcd is to an API server: every write gets the next version, and is told of in order. */
export class Ledger {
  readonly kinds: Kinds;
  readonly owners = new Owners();
  readonly #untold: Array<{ kind: Kind; change: Change }> = [];
  #telling = false;
  #revision = 0;

  constructor(kinds: Kinds) {
    this.kinds = kinds;
  }

  /** The version of the newest change. */
  get revision(): number {
    return this.#revision;
  }

  /** @throws StatusError 404 */
  read(kind: Kind, name: string, namespace?: string): KubeObject {
    const record = kind.objects.get(keyOf(name, namespace));
    if (!record) {
      throw notFound(kind.type, name);
    }
    return decode(record);
  }

  put(kind: Kind, object: KubeObject, existing?: KubeObject): KubeObject {
    const { name, namespace } = object.metadata;
    object.metadata.resourceVersion = String(++this.#revision);
    const record = encode(object);
    const previous = kind.objects.get(record.key);
    kind.objects.put(record);
    if (existing) {
      this.owners.remove(existing);
    }
    this.owners.add(object, { type: kind.type, name, namespace });
    this.#tell(kind, {
      version: record.version,
      type: previous ? 'MODIFIED' : 'ADDED',
      record,
      previous,
    });
    return object;
  }

  remove(kind: Kind, object: KubeObject): void {
    const { name, namespace } = object.metadata;
    const previous = kind.objects.get(keyOf(name, namespace));
    object.metadata.resourceVersion = String(++this.#revision);
    const record = encode(object);
    kind.objects.remove(record.key);
    this.owners.remove(object);
    this.#tell(kind, {
      version: record.version,
      type: 'DELETED',
      record,
      previous,
    });
  }

  /** In order, even when a listener writes while it is being called. */
  #tell(kind: Kind, change: Change): void {
    kind.objects.journal.append(change);
    this.#untold.push({ kind, change });
    if (this.#telling) {
      return;
    }
    this.#telling = true;
    try {
      for (let next = this.#untold.shift(); next; next = this.#untold.shift()) {
        next.kind.objects.announce(next.change);
      }
    } finally {
      this.#telling = false;
    }
  }
}
