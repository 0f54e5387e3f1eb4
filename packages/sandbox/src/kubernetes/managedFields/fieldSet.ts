import { isObject } from '../schema/structuralSchema';

/**
 * Which fields of an object someone owns, as paths of `f:` steps. Lists count
 * as one value (what CRDs say by default), except finalizers, which are a set.
 */
export type FieldSet = Set<string>;

/** FieldsV1: `{ 'f:spec': { '.': {}, 'f:ttl': {} } }`. */
export type FieldsV1 = { [step: string]: FieldsV1 };

/** Metadata that somebody owns; the rest is the server's. */
const OWNED_METADATA = new Set([
  'annotations',
  'finalizers',
  'generateName',
  'labels',
  'ownerReferences',
]);

const SEPARATOR = '\n';

/** Calls back with each field's path and value, parents before children. */
export function eachField(
  object: Record<string, unknown>,
  visit: (path: string, value: unknown, isParent: boolean) => void,
): void {
  for (const [field, value] of Object.entries(object)) {
    if (field === 'metadata') {
      visitMetadata(value as Record<string, unknown>, visit);
    } else if (field !== 'apiVersion' && field !== 'kind') {
      visitValue(`f:${field}`, value, visit);
    }
  }
}

function visitMetadata(
  metadata: Record<string, unknown>,
  visit: (path: string, value: unknown, isParent: boolean) => void,
): void {
  for (const [field, value] of Object.entries(metadata)) {
    const path = `f:metadata${SEPARATOR}f:${field}`;
    if (field === 'finalizers' && Array.isArray(value)) {
      visit(path, value, true);
      for (const finalizer of value) {
        visit(`${path}${SEPARATOR}v:${JSON.stringify(finalizer)}`, '', false);
      }
    } else if (OWNED_METADATA.has(field)) {
      visitValue(path, value, visit);
    }
  }
}

function visitValue(
  path: string,
  value: unknown,
  visit: (path: string, value: unknown, isParent: boolean) => void,
): void {
  if (value === undefined) {
    return;
  }
  if (!isObject(value)) {
    visit(path, value, false);
    return;
  }
  const fields = Object.entries(value);
  visit(path, value, fields.length > 0);
  for (const [field, inner] of fields) {
    visitValue(`${path}${SEPARATOR}f:${field}`, inner, visit);
  }
}

export function toFieldsV1(paths: FieldSet): FieldsV1 {
  const root: FieldsV1 = {};
  for (const path of paths) {
    let node = root;
    for (const step of path.split(SEPARATOR)) {
      node = node[step] ??= {};
    }
  }
  markOwnedParents(root, '', paths);
  return root;
}

/** A field that is owned itself and has owned children says so with a dot. */
function markOwnedParents(
  node: FieldsV1,
  prefix: string,
  paths: FieldSet,
): void {
  for (const [step, child] of Object.entries(node)) {
    const path = prefix ? `${prefix}${SEPARATOR}${step}` : step;
    markOwnedParents(child, path, paths);
    if (Object.keys(child).length > 0 && paths.has(path)) {
      node[step] = { '.': {}, ...child };
    }
  }
}

export function fromFieldsV1(fields: FieldsV1): FieldSet {
  const paths: FieldSet = new Set();
  const walk = (node: FieldsV1, path: string) => {
    const steps = Object.keys(node);
    if (path && (steps.length === 0 || '.' in node)) {
      paths.add(path);
    }
    for (const step of steps.filter(name => name !== '.')) {
      walk(node[step], path ? `${path}${SEPARATOR}${step}` : step);
    }
  };
  walk(fields, '');
  return paths;
}

/** Such as `.spec.ttl`, as conflicts name fields. */
export function readablePath(path: string): string {
  return path
    .split(SEPARATOR)
    .map(step =>
      step.startsWith('f:') ? `.${step.slice(2)}` : `[${step.slice(2)}]`,
    )
    .join('');
}

/** Removes, in place, the value at a path. */
export function removeField(object: Record<string, any>, path: string): void {
  const steps = path.split(SEPARATOR);
  const last = steps.pop()!;
  const parent = steps.reduce<any>(
    (node, step) => node?.[step.slice(2)],
    object,
  );
  if (Array.isArray(parent)) {
    const index = parent.indexOf(JSON.parse(last.slice(2)));
    if (index >= 0) {
      parent.splice(index, 1);
    }
  } else if (isObject(parent)) {
    delete parent[last.slice(2)];
  }
}
