import type {
  ClusterStore,
  KubeObject,
  NewKubeObject,
  ResourceType,
  WatchEvent,
} from '../objects';
import { builtinResourceTypes } from '../resourceTypes';
import {
  alreadyExists,
  badRequest,
  conflict,
  notFound,
  type StatusError,
} from '../status';
import type { Collection } from './collection';
import type { Change } from './journal';
import { Kinds, type Kind } from './kinds';
import {
  admitToNamespace,
  completeNamespace,
  isEmptyNamespace,
  terminating,
} from './namespaces';
import type {
  ClusterStoreOptions,
  DeleteOptions,
  WriteOptions,
} from './options';
import { Owners } from './owners';
import { conform, draftOf, isSame, stampNew, stampUpdate } from './prepare';
import { decode, encode, keyOf } from './record';

const DEFAULT_HISTORY = 1000;

/** Makes a cluster that serves the given kinds and holds nothing yet. */
export function createClusterStore(
  options: ClusterStoreOptions,
): MemoryClusterStore {
  return new MemoryClusterStore(options);
}

/**
 * A cluster in memory. Next to what a controller needs it has what the API
 * server in front of it needs: collections of encoded objects, dry runs and
 * preconditions.
 */
export class MemoryClusterStore implements ClusterStore {
  readonly #kinds: Kinds;
  readonly #owners = new Owners();
  readonly #options: ClusterStoreOptions;
  readonly #unannounced: Array<{ kind: Kind; change: Change }> = [];
  #announcing = false;
  #revision = 0;

  constructor(options: ClusterStoreOptions) {
    this.#options = options;
    this.#kinds = new Kinds(
      options.resourceTypes ?? builtinResourceTypes,
      options.crds ?? [],
      options.history ?? DEFAULT_HISTORY,
    );
    for (const crd of options.crds ?? []) {
      this.create(crd);
    }
  }

  get resourceTypes(): readonly ResourceType[] {
    return this.#kinds.all().map(({ type }) => type);
  }

  /** The version of the newest change: what a list taken now is "at". */
  get revision(): number {
    return this.#revision;
  }

  resourceType(plural: string, group: string): ResourceType | undefined {
    return this.#kinds.find(plural, group)?.type;
  }

  /** One kind's encoded objects and recent changes. */
  collection(type: ResourceType): Collection {
    return this.#kinds.of(type).objects;
  }

  list(type: ResourceType, namespace?: string): KubeObject[] {
    return this.#kinds.of(type).objects.in(namespace).map(decode);
  }

  get(
    type: ResourceType,
    name: string,
    namespace?: string,
  ): KubeObject | undefined {
    const record = this.#kinds.of(type).objects.get(keyOf(name, namespace));
    return record && decode(record);
  }

  create(object: NewKubeObject, options: WriteOptions = {}): KubeObject {
    const draft = draftOf(object);
    const kind = this.#kinds.ofObject(draft);
    stampNew(draft, this.#now(), this.#options.random ?? Math.random);
    this.#admit(kind, draft);
    if (kind.type.kind === 'Namespace') {
      completeNamespace(draft);
    }
    conform(kind, draft, options);
    const { name, namespace } = draft.metadata;
    if (kind.objects.get(keyOf(name, namespace))) {
      throw alreadyExists(kind.type, name);
    }
    return options.dryRun ? draft : this.#store(kind, draft);
  }

  update(object: KubeObject, options: WriteOptions = {}): KubeObject {
    const draft = draftOf(object);
    const kind = this.#kinds.ofObject(draft);
    const existing = this.#existing(kind, draft.metadata);
    stampUpdate(kind, draft, existing);
    conform(kind, draft, options);
    if (options.dryRun || isSame(draft, existing)) {
      return draft;
    }
    const stored = this.#store(kind, draft, existing);
    if (stored.metadata.deletionTimestamp && isReleased(stored)) {
      this.#remove(kind, stored);
    }
    return stored;
  }

  modify(
    type: ResourceType,
    name: string,
    namespace: string | undefined,
    change: (object: KubeObject) => void,
  ): KubeObject {
    const object = this.#existing(this.#kinds.of(type), { name, namespace });
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
    const kind = this.#kinds.of(type);
    const object = this.#existing(kind, { name, namespace });
    checkPreconditions(type, object, options);
    if (options.dryRun) {
      return undefined;
    }
    if (kind.type.kind === 'Namespace') {
      return this.#terminateNamespace(kind, object);
    }
    if (!isReleased(object)) {
      return this.#markDeleted(kind, object);
    }
    this.#remove(kind, object, options);
    return undefined;
  }

  subscribe(
    type: ResourceType,
    listener: (event: WatchEvent) => void,
  ): () => void {
    return this.#kinds
      .of(type)
      .objects.follow(({ type: eventType, record }) =>
        listener({ type: eventType, object: decode(record) }),
      );
  }

  /** Forgets all history, as etcd's compaction does: older versions are expired. */
  compact(): void {
    for (const { objects } of this.#kinds.all()) {
      objects.journal.compact(this.#revision);
    }
  }

  #now(): string {
    // Kubernetes keeps whole seconds
    return this.#options.clock
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }

  #admit(kind: Kind, { metadata }: KubeObject): void {
    if (!kind.type.namespaced) {
      delete metadata.namespace;
    } else if (metadata.namespace) {
      const { name, namespace } = metadata;
      admitToNamespace(this.#kinds, kind, name, namespace);
    } else {
      throw badRequest('an empty namespace may not be set during creation');
    }
  }

  #existing(
    kind: Kind,
    { name, namespace }: { name: string; namespace?: string },
  ): KubeObject {
    const record = kind.objects.get(keyOf(name, namespace));
    if (!record) {
      throw notFound(kind.type, name);
    }
    return decode(record);
  }

  #store(kind: Kind, object: KubeObject, existing?: KubeObject): KubeObject {
    const { name, namespace } = object.metadata;
    object.metadata.resourceVersion = String(++this.#revision);
    const record = encode(object);
    const previous = kind.objects.get(record.key);
    kind.objects.put(record);
    if (existing) {
      this.#owners.remove(existing);
    }
    this.#owners.add(object, { type: kind.type, name, namespace });
    this.#announce(kind, {
      version: record.version,
      type: previous ? 'MODIFIED' : 'ADDED',
      record,
      previous,
    });
    return object;
  }

  #markDeleted(kind: Kind, object: KubeObject): KubeObject {
    if (object.metadata.deletionTimestamp) {
      return object;
    }
    object.metadata.deletionTimestamp = this.#now();
    object.metadata.generation = (object.metadata.generation ?? 0) + 1;
    return this.#store(kind, object);
  }

  #remove(kind: Kind, object: KubeObject, options: DeleteOptions = {}): void {
    const { name, namespace, uid } = object.metadata;
    const key = keyOf(name, namespace);
    const previous = kind.objects.get(key);
    object.metadata.resourceVersion = String(++this.#revision);
    const record = encode(object);
    kind.objects.remove(key);
    this.#owners.remove(object);
    this.#announce(kind, {
      version: record.version,
      type: 'DELETED',
      record,
      previous,
    });
    this.#collectDependents(uid, options.propagationPolicy === 'Orphan');
    if (namespace) {
      this.#finishNamespace(namespace);
    }
  }

  /** What the garbage collector does: dependents go when their last owner went. */
  #collectDependents(uid: string, orphan: boolean): void {
    for (const { type, name, namespace } of this.#owners.dependentsOf(uid)) {
      const kind = this.#kinds.of(type);
      const object = this.#existing(kind, { name, namespace });
      const others = (object.metadata.ownerReferences ?? []).filter(
        owner => owner.uid !== uid,
      );
      if (others.length > 0 || orphan) {
        this.modify(type, name, namespace, dependent => {
          dependent.metadata.ownerReferences = others;
        });
      } else {
        this.delete(type, name, namespace);
      }
    }
  }

  #terminateNamespace(kind: Kind, namespace: KubeObject): KubeObject {
    if (namespace.metadata.deletionTimestamp) {
      return namespace;
    }
    const marked = this.#store(kind, terminating(namespace, this.#now()));
    const empty = () => this.#emptyNamespace(marked.metadata.name);
    if (this.#options.namespaceTerminationMs === undefined) {
      empty();
    } else {
      setTimeout(empty, this.#options.namespaceTerminationMs).unref();
    }
    return marked;
  }

  #emptyNamespace(namespace: string): void {
    for (const { type, objects } of this.#kinds.all()) {
      if (type.namespaced) {
        for (const { name } of objects.in(namespace)) {
          // a dependent may be gone already with its owner
          if (objects.get(keyOf(name, namespace))) {
            this.delete(type, name, namespace);
          }
        }
      }
    }
    this.#finishNamespace(namespace);
  }

  #finishNamespace(name: string): void {
    const kind = this.#kinds.find('namespaces', '');
    const record = kind?.objects.get(name);
    if (!kind || !record) {
      return;
    }
    const namespace = decode(record);
    if (
      namespace.metadata.deletionTimestamp &&
      isEmptyNamespace(this.#kinds, name)
    ) {
      this.#remove(kind, namespace);
    }
  }

  /** In order, even when a listener writes while it is being called. */
  #announce(kind: Kind, change: Change): void {
    kind.objects.journal.append(change);
    this.#unannounced.push({ kind, change });
    if (this.#announcing) {
      return;
    }
    this.#announcing = true;
    try {
      for (
        let next = this.#unannounced.shift();
        next;
        next = this.#unannounced.shift()
      ) {
        next.kind.objects.announce(next.change);
      }
    } finally {
      this.#announcing = false;
    }
  }
}

function isReleased(object: KubeObject): boolean {
  return (object.metadata.finalizers ?? []).length === 0;
}

function checkPreconditions(
  type: ResourceType,
  { metadata }: KubeObject,
  { preconditions }: DeleteOptions,
): StatusError | void {
  const { uid, resourceVersion } = preconditions ?? {};
  if (uid && uid !== metadata.uid) {
    throw conflict(
      type,
      metadata.name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${metadata.uid}`,
    );
  }
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw conflict(
      type,
      metadata.name,
      `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${metadata.resourceVersion}`,
    );
  }
}
