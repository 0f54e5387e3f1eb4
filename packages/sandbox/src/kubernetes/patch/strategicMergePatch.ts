import { isObject } from '../schema/structuralSchema';

/** Lists that Kubernetes merges item by item, with the field that tells items apart. */
const MERGE_KEYS: Record<string, string> = {
  conditions: 'type',
  containers: 'name',
  env: 'name',
  ephemeralContainers: 'name',
  hostAliases: 'ip',
  imagePullSecrets: 'name',
  initContainers: 'name',
  ownerReferences: 'uid',
  secrets: 'name',
  volumeMounts: 'mountPath',
  volumes: 'name',
};
/** Lists of values that a patch adds to. */
const SETS = new Set(['finalizers']);

/**
 * Strategic merge patch, as far as built-in kinds are patched in practice:
 * merged lists and `$patch: delete`, without `$setElementOrder` and
 * `$deleteFromPrimitiveList`. Kinds from CRDs do not take it at all.
 */
export function strategicMergePatch(
  target: unknown,
  patch: unknown,
  field = '',
): unknown {
  if (Array.isArray(patch)) {
    return mergeLists(Array.isArray(target) ? target : [], patch, field);
  }
  if (!isObject(patch)) {
    return patch;
  }
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[name];
    } else if (!name.startsWith('$')) {
      merged[name] = strategicMergePatch(merged[name], value, name);
    }
  }
  return merged;
}

function mergeLists(
  target: unknown[],
  patch: unknown[],
  field: string,
): unknown[] {
  if (SETS.has(field)) {
    return [...new Set([...target, ...patch])];
  }
  const key = MERGE_KEYS[field];
  if (!key) {
    return patch;
  }
  const merged = [...target];
  for (const item of patch.filter(isObject)) {
    const at = merged.findIndex(
      other => isObject(other) && other[key] === item[key],
    );
    if (item.$patch === 'delete') {
      merged.splice(at, at < 0 ? 0 : 1);
    } else if (at < 0) {
      merged.push(item);
    } else {
      merged[at] = strategicMergePatch(merged[at], item);
    }
  }
  return merged;
}
