import type { KubeObject, NewKubeObject } from '../objects';
import { conflict, invalid } from '../status';
import type { Kind } from './kinds';
import { generateName, newUid, type Random } from './names';
import type { WriteOptions } from './options';

/**
 * The caller's object as the server reads it: a copy, without what its kind
 * does not know.
 *
 * @throws StatusError 400 for values of another type
 */
export function draftOf(
  kind: Kind,
  object: NewKubeObject,
  options: WriteOptions,
): KubeObject {
  const draft = JSON.parse(JSON.stringify(object));
  draft.metadata ??= {};
  const unknown = kind.schema.decode(draft);
  if (unknown.length > 0) {
    options.onUnknownFields?.(unknown);
  }
  return draft;
}

/** Stamps a new object. */
export function stampNew(
  kind: Kind,
  object: KubeObject,
  now: string,
  random: Random,
): void {
  const { metadata } = object;
  if (!metadata.name && metadata.generateName) {
    metadata.name = generateName(metadata.generateName, random);
  }
  metadata.uid = newUid(random);
  metadata.creationTimestamp = now;
  metadata.generation = kind.type.countsGenerations ? 1 : undefined;
  delete metadata.deletionTimestamp;
}

/**
 * Fills in defaults and validates.
 *
 * @throws StatusError 422, with every wrong field
 */
export function conform(kind: Kind, object: KubeObject): void {
  kind.schema.applyDefaults(object);
  const causes = kind.schema.validate(object);
  if (causes.length > 0) {
    throw invalid(kind.type, object.metadata.name ?? '', causes);
  }
}

/**
 * Carries over what an update cannot change, and counts the generation.
 *
 * @throws StatusError 409 for a stale version or another uid, 422 without version
 */
export function stampUpdate(
  kind: Kind,
  object: KubeObject,
  existing: KubeObject,
): void {
  const { metadata } = object;
  const old = existing.metadata;
  if (metadata.uid && metadata.uid !== old.uid) {
    throw conflict(
      kind.type,
      old.name,
      `Precondition failed: UID in precondition: ${metadata.uid}, UID in object meta: ${old.uid}`,
    );
  }
  if (!metadata.resourceVersion && kind.type.schema) {
    // Kubernetes names the resource here where it else names the kind
    throw invalid({ ...kind.type, kind: kind.type.plural }, old.name, [
      {
        reason: 'FieldValueInvalid',
        message: 'Invalid value: 0: must be specified for an update',
        field: 'metadata.resourceVersion',
      },
    ]);
  }
  refuseNewFinalizers(kind, metadata, old);
  const version = metadata.resourceVersion ?? old.resourceVersion;
  if (version !== old.resourceVersion) {
    throw conflict(kind.type, old.name);
  }
  metadata.uid = old.uid;
  metadata.creationTimestamp = old.creationTimestamp;
  metadata.resourceVersion = old.resourceVersion;
  metadata.deletionTimestamp = old.deletionTimestamp;
  metadata.deletionGracePeriodSeconds = old.deletionGracePeriodSeconds;
  metadata.generateName = old.generateName;
  metadata.generation = old.generation;
  if (
    kind.type.countsGenerations &&
    !isSame(contentOf(kind, object), contentOf(kind, existing))
  ) {
    metadata.generation = (old.generation ?? 0) + 1;
  }
}

function refuseNewFinalizers(
  kind: Kind,
  { finalizers = [] }: KubeObject['metadata'],
  old: KubeObject['metadata'],
): void {
  const added = finalizers.filter(one => !old.finalizers?.includes(one));
  if (old.deletionTimestamp && added.length > 0) {
    const list = added.map(finalizer => `"${finalizer}"`).join(', ');
    throw invalid(kind.type, old.name, [
      {
        reason: 'FieldValueForbidden',
        message: `Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`,
        field: 'metadata.finalizers',
      },
    ]);
  }
}

/** Kubernetes skips a write that changes nothing, and no watch hears of it. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || !isContainer(a) || !isContainer(b)) {
    return a === b;
  }
  if (Array.isArray(a) !== Array.isArray(b)) {
    return false;
  }
  // a field that is there and undefined is not there in JSON
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].every(field => isSame(a[field], b[field]));
}

/** Without a status subresource, as in Velero's kinds, status counts as content too. */
function contentOf({ type }: Kind, object: KubeObject): object {
  const { metadata: _, status, ...content } = object;
  return type.statusSubresource ? content : { ...content, status };
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
