import type { KubeObject } from '../objects';

/** All fields of `meta/v1` ObjectMeta; the rest is dropped like any unknown field. */
const KNOWN = new Set([
  'annotations',
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'finalizers',
  'generateName',
  'generation',
  'labels',
  'managedFields',
  'name',
  'namespace',
  'ownerReferences',
  'resourceVersion',
  'selfLink',
  'uid',
]);

/** @returns the paths of what was removed, in place */
export function pruneMetadata({ metadata }: KubeObject): string[] {
  const unknown = Object.keys(metadata).filter(field => !KNOWN.has(field));
  for (const field of unknown) {
    delete (metadata as unknown as Record<string, unknown>)[field];
  }
  return unknown.map(field => `metadata.${field}`);
}
