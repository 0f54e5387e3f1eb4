import {
  Sentence,
  says,
  Problem,
} from '@appgear/backstage-plugin-velero-common';
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
): Problem[] {
  return [
    ...fieldDrift('gate.clusterField', approved.cluster, current.cluster),
    ...fieldDrift('gate.specField', approved.spec, current.spec),
    ...fieldDrift('gate.storageField', approved.storage, current.storage),
    ...fieldDrift('gate.backupField', approved.backup, current.backup),
    ...namespaceDrift(approved.namespaces, current.namespaces),
    ...configMapDrift(approved.configMaps, current.configMaps),
    ...(approved.policyDigest === current.policyDigest
      ? []
      : [says('gate.policyChanged')]),
  ];
}

function fieldDrift(
  key: Sentence,
  approved: object,
  current: object,
  params: Record<string, string> = {},
): Problem[] {
  const before = new Map(Object.entries(approved));
  const after = new Map(Object.entries(current));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(field => !same(before.get(field), after.get(field)))
    .map(field =>
      says(key, {
        ...params,
        field,
        was: show(before.get(field)),
        is: show(after.get(field)),
      }),
    );
}

function namespaceDrift(
  approved: FrozenNamespace[],
  current: FrozenNamespace[],
): Problem[] {
  const names = new Set([...approved, ...current].map(({ name }) => name));
  return [...names].flatMap(name => {
    const before = approved.find(namespace => namespace.name === name);
    const after = current.find(namespace => namespace.name === name);
    if (!before) return [says('gate.namespaceAdded', { namespace: name })];
    if (!after) return [says('gate.namespaceDropped', { namespace: name })];
    if (before.uid && !after.uid)
      return [says('gate.namespaceGone', { namespace: name })];
    if (!before.uid && after.uid)
      return [says('gate.namespaceThere', { namespace: name })];
    if (before.uid !== after.uid) {
      return [says('gate.namespaceRecreated', { namespace: name })];
    }
    return fieldDrift('gate.namespaceField', before, after, {
      namespace: name,
    });
  });
}

/** Says which ConfigMap, not what is in it: it may hold what is not for all eyes. */
export function configMapDrift(
  approved: readonly FrozenConfigMap[],
  current: readonly FrozenConfigMap[],
): Problem[] {
  const keyOf = ({ role, name }: FrozenConfigMap) => `${role} ${name}`;
  const before = new Map(approved.map(map => [keyOf(map), map]));
  const after = new Map(current.map(map => [keyOf(map), map]));
  return [...new Map([...before, ...after])].flatMap(([key, map]) => {
    const { role, name } = map;
    if (same(before.get(key)?.data, after.get(key)?.data)) return [];
    if (!before.has(key)) {
      return [says('gate.configMapAdded', { role, name })];
    }
    return after.has(key)
      ? [says('gate.configMapChanged', { role, name })]
      : [says('gate.configMapGone', { role, name })];
  });
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson({ value: a }) === canonicalJson({ value: b });
}

function show(value: unknown): string {
  return value === undefined ? '–' : canonicalJson(value);
}
