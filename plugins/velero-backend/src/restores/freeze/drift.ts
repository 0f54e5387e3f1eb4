import { canonicalJson } from './digest';
import {
  FrozenConfigMap,
  FrozenNamespace,
  FrozenRestore,
} from './FrozenRestore';

/**
 * What is no longer as it was approved, in sentences for people; empty when
 * nothing changed. Complete: whatever changes the digest is named.
 */
export function driftBetween(
  approved: FrozenRestore,
  current: FrozenRestore,
): string[] {
  return [
    ...fieldDrift('cluster', approved.cluster, current.cluster),
    ...fieldDrift('spec', approved.spec, current.spec),
    ...fieldDrift('storage location', approved.storage, current.storage),
    ...fieldDrift('backup', approved.backup, current.backup),
    ...namespaceDrift(approved.namespaces, current.namespaces),
    ...configMapDrift(approved.configMaps, current.configMaps),
    ...(approved.policyDigest === current.policyDigest
      ? []
      : ["the gate's configuration changed"]),
  ];
}

function fieldDrift(what: string, approved: object, current: object): string[] {
  const before = new Map(Object.entries(approved));
  const after = new Map(Object.entries(current));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(key => !same(before.get(key), after.get(key)))
    .map(
      key =>
        `${what}: ${key} was ${show(before.get(key))}, is ${show(
          after.get(key),
        )}`,
    );
}

function namespaceDrift(
  approved: FrozenNamespace[],
  current: FrozenNamespace[],
): string[] {
  const names = new Set([...approved, ...current].map(({ name }) => name));
  return [...names].flatMap(name => {
    const before = approved.find(namespace => namespace.name === name);
    const after = current.find(namespace => namespace.name === name);
    if (!before) return [`namespace ${name}: would be restored into as well`];
    if (!after) return [`namespace ${name}: is no longer restored into`];
    if (before.uid && !after.uid) return [`namespace ${name}: is gone`];
    if (!before.uid && after.uid) return [`namespace ${name}: exists by now`];
    if (before.uid !== after.uid) {
      return [`namespace ${name}: was deleted and made again`];
    }
    return fieldDrift(`namespace ${name}`, before, after);
  });
}

/** Says which ConfigMap, not what is in it: it may hold what is not for all eyes. */
export function configMapDrift(
  approved: readonly FrozenConfigMap[],
  current: readonly FrozenConfigMap[],
): string[] {
  const keyOf = ({ role, name }: { role: string; name: string }) =>
    `${role} ConfigMap ${name}`;
  const before = new Map(approved.map(map => [keyOf(map), map.data]));
  const after = new Map(current.map(map => [keyOf(map), map.data]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(key => !same(before.get(key), after.get(key)))
    .map(key => {
      if (!before.has(key)) return `${key}: was added`;
      return after.has(key) ? `${key}: was changed` : `${key}: is gone`;
    });
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson({ value: a }) === canonicalJson({ value: b });
}

function show(value: unknown): string {
  return value === undefined ? 'not set' : canonicalJson(value);
}
