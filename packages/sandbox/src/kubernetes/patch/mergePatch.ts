import { isObject } from '../schema/structuralSchema';

/** JSON merge patch (RFC 7396): `null` removes, objects merge, the rest replaces. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) {
    return patch;
  }
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[field];
    } else {
      merged[field] = mergePatch(merged[field], value);
    }
  }
  return merged;
}
