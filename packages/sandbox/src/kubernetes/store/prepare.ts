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
    const { name, generateName: base } = object.metadata;
    throw invalid(kind.type, name ?? base ?? '', causes);
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
  if (!metadata.resourceVersion && 'schema' in kind.type) {
    throw invalid(kind.type, old.name, [
      {
        reason: 'FieldValueInvalid',
        message: 'Invalid value: 0: must be specified for an update',
        field: 'metadata.resourceVersion',
      },
    ]);
  }
  const version = metadata.resourceVersion ?? old.resourceVersion;
  if (version !== old.resourceVersion) {
    throw conflict(kind.type, old.name);
  }
  metadata.uid = old.uid;
  metadata.creationTimestamp = old.creationTimestamp;
  metadata.resourceVersion = old.resourceVersion;
  metadata.deletionTimestamp = old.deletionTimestamp;
  metadata.generateName = old.generateName;
  metadata.generation = old.generation;
  if (contentOf(object) !== contentOf(existing)) {
    metadata.generation = (old.generation ?? 0) + 1;
  }
}

/** Kubernetes skips a write that changes nothing, and no watch hears of it. */
export function isSame(a: KubeObject, b: KubeObject): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** Velero's kinds have no status subresource, so status counts as content too. */
function contentOf({ metadata: _, ...content }: KubeObject): string {
  return JSON.stringify(sorted(content));
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
