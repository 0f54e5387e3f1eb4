import type {
  ClusterStore,
  KubeObject,
  NewKubeObject,
  ResourceType,
  WatchEvent,
} from '../objects';
import { applyConfiguration } from '../managedFields/apply';
import { trackUpdate } from '../managedFields/managers';
import {
  builtinResourceTypes,
  servedType,
  type ServedType,
} from '../resourceTypes';
import { alreadyExists, badRequest } from '../status';
import type { Collection } from './collection';
import { Deletion } from './deletion';
import { Kinds, type Kind } from './kinds';
import { Ledger } from './ledger';
import { admitToNamespace } from './namespaces';
import type {
  ApplyOptions,
  ClusterStoreOptions,
  DeleteOptions,
  WriteOptions,
} from './options';
import { conform, draftOf, isSame, stampNew, stampUpdate } from './prepare';
import { decode, keyOf } from './record';

const DEFAULT_HISTORY = 1000;
const DEFAULT_MANAGER = { name: 'velero-server', operation: 'Update' } as const;

/**
 * A cluster in memory. Next to what a controller needs it has what the API
 * server in front of it needs: collections of encoded objects, server-side
 * apply, dry runs and preconditions.
 */
export class MemoryClusterStore implements ClusterStore {
  readonly #ledger: Ledger;
  readonly #deletion: Deletion;
  readonly #options: ClusterStoreOptions;

  constructor(options: ClusterStoreOptions) {
    const { resourceTypes = builtinResourceTypes, crds = [] } = options;
    this.#options = options;
    this.#ledger = new Ledger(
      new Kinds(
        resourceTypes.map(servedType),
        crds,
        options.history ?? DEFAULT_HISTORY,
      ),
    );
    this.#deletion = new Deletion(
      this.#ledger,
      () => this.now(),
      options.namespaceTerminationMs,
    );
    for (const crd of crds) {
      this.create(crd);
    }
  }

  get resourceTypes(): readonly ServedType[] {
    return this.#ledger.kinds.all().map(({ type }) => type);
  }

  /** The version of the newest change: what a list taken now is "at". */
  get revision(): number {
    return this.#ledger.revision;
  }

  resourceType(plural: string, group: string): ServedType | undefined {
    return this.#ledger.kinds.find(plural, group)?.type;
  }

  /** One kind's encoded objects and recent changes. */
  collection(type: ResourceType): Collection {
    return this.#ledger.kinds.of(type).objects;
  }

  list(type: ResourceType, namespace?: string): KubeObject[] {
    return this.collection(type).in(namespace).map(decode);
  }

  get(
    type: ResourceType,
    name: string,
    namespace?: string,
  ): KubeObject | undefined {
    const record = this.collection(type).get(keyOf(name, namespace));
    return record && decode(record);
  }

  create(object: NewKubeObject, options: WriteOptions = {}): KubeObject {
    const draft = this.#newDraft(object, options);
    const manager = options.manager ?? DEFAULT_MANAGER;
    trackUpdate(draft, undefined, manager, this.now());
    return this.#add(draft, options);
  }

  /**
   * Stores whole objects as they are: unchecked, told to nobody's validation,
   * and many times faster. For clusters that begin with thousands of them.
   */
  load(objects: readonly KubeObject[]): void {
    for (const object of objects) {
      this.#ledger.put(this.#ledger.kinds.ofObject(object), object);
    }
  }

  update(object: KubeObject, options: WriteOptions = {}): KubeObject {
    const kind = this.#ledger.kinds.ofObject(object);
    const draft = draftOf(kind, object, options);
    const { name, namespace } = draft.metadata;
    const existing = this.#ledger.read(kind, name, namespace);
    stampUpdate(kind, draft, existing);
    conform(kind, draft);
    const manager = options.manager ?? DEFAULT_MANAGER;
    trackUpdate(draft, existing, manager, this.now());
    return this.#replace(kind, draft, existing, options);
  }

  /**
   * Server-side apply: creates or merges.
   *
   * @throws StatusError 409 when another manager owns a field with another value
   */
  apply(configuration: NewKubeObject, options: ApplyOptions): KubeObject {
    const { manager, force = false } = options;
    const terms = { name: manager.name, force, now: this.now() };
    const kind = this.#ledger.kinds.ofObject(configuration);
    const { name = '', namespace } = configuration.metadata;
    const existing = this.get(kind.type, name, namespace);
    const merged = applyConfiguration(configuration, existing, terms);
    if (!existing) {
      return this.#add(this.#newDraft(merged, options), options);
    }
    const draft = draftOf(kind, merged, options);
    stampUpdate(kind, draft, existing);
    conform(kind, draft);
    return this.#replace(kind, draft, existing, options);
  }

  modify(
    type: ResourceType,
    name: string,
    namespace: string | undefined,
    change: (object: KubeObject) => void,
  ): KubeObject {
    const object = this.#read(type, name, namespace);
    change(object);
    return this.update(object);
  }

  /**
   * @returns the object as it stays, marked for deletion; undefined when it is gone
   * @throws StatusError 404, or 409 when a precondition does not hold
   */
  delete(
    type: ResourceType,
    name: string,
    namespace?: string,
    options: DeleteOptions = {},
  ): KubeObject | undefined {
    const object = this.#read(type, name, namespace);
    return this.#deletion.delete(this.#ledger.kinds.of(type), object, options);
  }

  subscribe(
    type: ResourceType,
    listener: (event: WatchEvent) => void,
  ): () => void {
    return this.collection(type).follow(change =>
      listener({ type: change.type, object: decode(change.record) }),
    );
  }

  /** Forgets all history, as etcd's compaction does: older versions are expired. */
  compact(): void {
    for (const { objects } of this.#ledger.kinds.all()) {
      objects.journal.compact(this.revision);
    }
  }

  /** The cluster's time as Kubernetes writes it: whole seconds. */
  now(): string {
    const time = this.#options.clock.now().toISOString();
    return time.replace(/\.\d+Z$/, 'Z');
  }

  #newDraft(object: NewKubeObject, options: WriteOptions): KubeObject {
    const kind = this.#ledger.kinds.ofObject(object);
    const draft = draftOf(kind, object, options);
    stampNew(kind, draft, this.now(), this.#options.random ?? Math.random);
    this.#admit(kind, draft);
    conform(kind, draft);
    return draft;
  }

  #admit(kind: Kind, { metadata }: KubeObject): void {
    const { name, namespace } = metadata;
    if (!kind.type.namespaced) {
      delete metadata.namespace;
    } else if (namespace) {
      admitToNamespace(this.#ledger.kinds, kind, name, namespace);
    } else {
      throw badRequest('an empty namespace may not be set during creation');
    }
  }

  #add(draft: KubeObject, options: WriteOptions): KubeObject {
    const kind = this.#ledger.kinds.ofObject(draft);
    const { name, namespace } = draft.metadata;
    if (kind.objects.get(keyOf(name, namespace))) {
      throw alreadyExists(kind.type, name);
    }
    return options.dryRun ? draft : this.#ledger.put(kind, draft);
  }

  #replace(
    kind: Kind,
    draft: KubeObject,
    existing: KubeObject,
    options: WriteOptions,
  ): KubeObject {
    if (options.dryRun || isSame(draft, existing)) {
      return draft;
    }
    const stored = this.#ledger.put(kind, draft, existing);
    this.#deletion.removeWhenReleased(kind, stored);
    return stored;
  }

  #read(type: ResourceType, name: string, namespace?: string): KubeObject {
    return this.#ledger.read(this.#ledger.kinds.of(type), name, namespace);
  }
}

/** Makes a cluster that serves the given kinds and holds nothing yet. */
export function createClusterStore(
  options: ClusterStoreOptions,
): MemoryClusterStore {
  return new MemoryClusterStore(options);
}
