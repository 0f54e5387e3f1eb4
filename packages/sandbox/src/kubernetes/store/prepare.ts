import type { KubeObject, NewKubeObject } from '../objects';
import { badRequest, conflict, invalid } from '../status';
import type { Kind } from './kinds';
import { generateName, newUid, type Random } from './names';
import type { WriteOptions } from './options';

/** The caller's object as the server first sees it: a copy, complete enough to check. */
export function draftOf(object: NewKubeObject): KubeObject {
  const draft = JSON.parse(JSON.stringify(object));
  draft.metadata = checkedMetadata(draft);
  return draft;
}

/** Stamps a new object. */
export function stampNew(
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
  metadata.generation = 1;
  delete metadata.deletionTimestamp;
}

/**
 * Prunes, defaults and validates by the kind's schema.
 *
 * @throws StatusError 422, with every wrong field
 */
export function conform(
  kind: Kind,
  object: KubeObject,
  options: WriteOptions,
): void {
  const unknown = kind.schema.prune(object);
  if (unknown.length > 0) {
    options.onUnknownFields?.(unknown);
  }
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
  if (contentOf(kind, object) !== contentOf(kind, existing)) {
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
export function isSame(a: KubeObject, b: KubeObject): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** Without a status subresource, as in Velero's kinds, status counts as content too. */
function contentOf({ type }: Kind, object: KubeObject): string {
  const { metadata: _, status, ...content } = object;
  return JSON.stringify(
    sorted(type.statusSubresource ? content : { ...content, status }),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([field, inner]) => [field, sorted(inner)]),
    );
  }
  return value;
}

function checkedMetadata(draft: KubeObject): KubeObject['metadata'] {
  const metadata = draft.metadata ?? {};
  for (const field of ['labels', 'annotations'] as const) {
    for (const value of Object.values(metadata[field] ?? {})) {
      if (typeof value !== 'string') {
        throw badRequest(
          `${draft.kind} in version "${draft.apiVersion
            .split('/')
            .pop()}" cannot be handled as a ${
            draft.kind
          }: json: cannot unmarshal ${typeof value} into Go struct field ObjectMeta.metadata.${field} of type string`,
        );
      }
    }
  }
  return metadata;
}
