import type { KubeObject } from '../objects';
import { conflict } from '../status';
import type { Kind } from './kinds';
import type { Ledger } from './ledger';
import { contentRemaining, isEmptyNamespace, terminating } from './namespaces';
import type { DeleteOptions } from './options';
import { decode, keyOf } from './record';

/**
 * How objects go: finalizers hold them back, dependents follow their owners,
 * and a namespace goes with all that is in it. In a real cluster part of this
 * is the controller manager's work.
 */
export class Deletion {
  readonly #ledger: Ledger;
  readonly #now: () => string;
  readonly #namespaceTerminationMs: number | undefined;

  constructor(
    ledger: Ledger,
    now: () => string,
    namespaceTerminationMs?: number,
  ) {
    this.#ledger = ledger;
    this.#now = now;
    this.#namespaceTerminationMs = namespaceTerminationMs;
  }

  /** @returns the object as it stays, marked; undefined when it is gone */
  delete(
    kind: Kind,
    object: KubeObject,
    options: DeleteOptions = {},
  ): KubeObject | undefined {
    checkPreconditions(kind, object, options);
    if (options.dryRun) {
      return undefined;
    }
    if (kind.type.kind === 'Namespace') {
      return this.#terminateNamespace(kind, object);
    }
    if (!isReleased(object)) {
      return this.#mark(kind, object);
    }
    this.#remove(kind, object, options.propagationPolicy === 'Orphan');
    return undefined;
  }

  /** After an update: an object marked for deletion goes with its last finalizer. */
  removeWhenReleased(kind: Kind, object: KubeObject): void {
    if (object.metadata.deletionTimestamp && isReleased(object)) {
      this.#remove(kind, object, false);
    }
  }

  #mark(kind: Kind, object: KubeObject): KubeObject {
    const { metadata } = object;
    if (metadata.deletionTimestamp) {
      return object;
    }
    metadata.deletionTimestamp = this.#now();
    metadata.deletionGracePeriodSeconds = 0;
    if (kind.type.countsGenerations) {
      metadata.generation = (metadata.generation ?? 0) + 1;
    }
    return this.#ledger.put(kind, object);
  }

  #remove(kind: Kind, object: KubeObject, orphan: boolean): void {
    const { namespace, uid } = object.metadata;
    // the caller's object keeps the version of its last state
    this.#ledger.remove(kind, structuredClone(object));
    this.#collectDependents(uid, orphan);
    if (namespace) {
      this.#finishNamespace(namespace);
    }
  }

  /** Dependents go when their last owner went. */
  #collectDependents(uid: string, orphan: boolean): void {
    for (const reference of this.#ledger.owners.dependentsOf(uid)) {
      const kind = this.#ledger.kinds.of(reference.type);
      const dependent = this.#ledger.read(
        kind,
        reference.name,
        reference.namespace,
      );
      const owners = dependent.metadata.ownerReferences ?? [];
      const others = owners.filter(owner => owner.uid !== uid);
      if (others.length > 0 || orphan) {
        const existing = structuredClone(dependent);
        dependent.metadata.ownerReferences = others;
        this.#ledger.put(kind, dependent, existing);
      } else {
        this.delete(kind, dependent);
      }
    }
  }

  #terminateNamespace(kind: Kind, namespace: KubeObject): KubeObject {
    if (namespace.metadata.deletionTimestamp) {
      return namespace;
    }
    const { name } = namespace.metadata;
    const marked = terminating(namespace, this.#now());
    this.#ledger.put(kind, marked);
    if (this.#namespaceTerminationMs === undefined) {
      this.#emptyNamespace(name);
    } else {
      setTimeout(
        () => this.#emptyNamespace(name),
        this.#namespaceTerminationMs,
      ).unref();
    }
    return marked;
  }

  #emptyNamespace(namespace: string): void {
    const kinds = this.#ledger.kinds
      .all()
      .filter(({ type }) => type.namespaced);
    for (const kind of kinds) {
      for (const { name } of kind.objects.in(namespace)) {
        const record = kind.objects.get(keyOf(name, namespace));
        // a dependent may be gone already with its owner
        if (record) {
          this.delete(kind, decode(record));
        }
      }
    }
    this.#finishNamespace(namespace);
  }

  #finishNamespace(name: string): void {
    const { kinds } = this.#ledger;
    const kind = kinds.find('namespaces', '');
    const record = kind?.objects.get(name);
    if (!kind || !record) {
      return;
    }
    const namespace = decode(record);
    if (!namespace.metadata.deletionTimestamp) {
      return;
    }
    if (isEmptyNamespace(kinds, name)) {
      this.#ledger.remove(kind, namespace);
    } else if (!namespace.status.conditions) {
      namespace.status.conditions = contentRemaining(kinds, name, this.#now());
      this.#ledger.put(kind, namespace);
    }
  }
}

function isReleased(object: KubeObject): boolean {
  return (object.metadata.finalizers ?? []).length === 0;
}

function checkPreconditions(
  { type }: Kind,
  { metadata }: KubeObject,
  { preconditions }: DeleteOptions,
): void {
  // Kubernetes names the kind here where it else names the resource
  const subject = { ...type, plural: type.kind };
  const { uid, resourceVersion } = preconditions ?? {};
  if (uid && uid !== metadata.uid) {
    throw conflict(
      subject,
      metadata.name,
      `the UID in the precondition (${uid}) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
    );
  }
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw conflict(
      subject,
      metadata.name,
      `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`,
    );
  }
}
