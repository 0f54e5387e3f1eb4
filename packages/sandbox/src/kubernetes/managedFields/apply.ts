import type { KubeObject, NewKubeObject } from '../objects';
import { isObject } from '../schema/structuralSchema';
import { StatusError } from '../status';
import {
  eachField,
  readablePath,
  removeField,
  type FieldSet,
} from './fieldSet';
import {
  isSameManager,
  ownershipsOf,
  setOwnerships,
  type Manager,
  type Ownership,
} from './managers';

/**
 * Server-side apply: the configuration's fields become the manager's, fields
 * that it applied before and left out now go, and a field that another manager
 * owns with another value is a conflict unless forced.
 *
 * @returns the object to store, with its managed fields set
 * @throws StatusError 409, naming each conflicting field
 */
export function applyConfiguration(
  configuration: NewKubeObject,
  live: KubeObject | undefined,
  { name, force, now }: { name: string; force: boolean; now: string },
): KubeObject {
  const manager: Manager = { name, operation: 'Apply' };
  const applied = leavesOf(configuration);
  const before = live ? ownershipsOf(live) : [];
  const others = before.filter(owner => !isSameManager(owner, manager));
  const conflicts = conflictsOf(applied, live, others);
  if (conflicts.length > 0 && !force) {
    throw conflictError(conflicts);
  }
  const merged = merge(live ?? { metadata: {} }, configuration) as KubeObject;
  const own = before.find(owner => isSameManager(owner, manager));
  for (const path of own?.fields ?? []) {
    if (!applied.has(path) && !others.some(({ fields }) => fields.has(path))) {
      removeField(merged, path);
    }
  }
  const taken = new Set(conflicts.map(({ path }) => path));
  const fields = new Set(applied.keys());
  const isUnchanged =
    own && own.fields.size === fields.size && hasAll(own.fields, fields);
  setOwnerships(merged, [
    ...others.map(owner => ({
      ...owner,
      fields: new Set([...owner.fields].filter(path => !taken.has(path))),
    })),
    {
      ...manager,
      apiVersion: configuration.apiVersion,
      time: isUnchanged ? own.time : now,
      fields,
    },
  ]);
  return merged;
}

interface Conflict {
  path: string;
  owner: Ownership;
}

/** Who applies owns values, not the objects around them. */
function leavesOf(configuration: NewKubeObject): Map<string, string> {
  const leaves = new Map<string, string>();
  eachField(configuration, (path, value, isParent) => {
    if (!isParent) {
      leaves.set(path, JSON.stringify(value));
    }
  });
  return leaves;
}

function conflictsOf(
  applied: Map<string, string>,
  live: KubeObject | undefined,
  others: Ownership[],
): Conflict[] {
  const current = live ? leavesOf(live) : new Map<string, string>();
  return others.flatMap(owner =>
    [...applied]
      .filter(
        ([path, value]) =>
          owner.fields.has(path) && current.get(path) !== value,
      )
      .map(([path]) => ({ path, owner })),
  );
}

function conflictError(conflicts: Conflict[]): StatusError {
  const count = `${conflicts.length} conflict${
    conflicts.length > 1 ? 's' : ''
  }`;
  const byOwner = new Map<string, string[]>();
  for (const { path, owner } of conflicts) {
    const paths = byOwner.get(describe(owner)) ?? [];
    byOwner.set(describe(owner), [...paths, readablePath(path)]);
  }
  const list = [...byOwner].map(([owner, paths]) =>
    paths.length > 1
      ? `conflicts with ${owner}:\n- ${paths.join('\n- ')}`
      : `conflict with ${owner}: ${paths[0]}`,
  );
  return new StatusError(
    409,
    'Conflict',
    `Apply failed with ${count}: ${list.join('\n')}`,
    {
      causes: conflicts.map(({ path, owner }) => ({
        reason: 'FieldManagerConflict',
        message: `conflict with ${describe(owner)}`,
        field: readablePath(path),
      })),
    },
  );
}

function describe({ name, operation, apiVersion }: Ownership): string {
  return operation === 'Update' ? `"${name}" using ${apiVersion}` : `"${name}"`;
}

/** Objects field by field, finalizers as a set, any other value as a whole. */
function merge(live: unknown, applied: unknown, field = ''): unknown {
  if (field === 'finalizers' && Array.isArray(live) && Array.isArray(applied)) {
    return [...new Set([...live, ...applied])];
  }
  if (!isObject(live) || !isObject(applied)) {
    return applied;
  }
  const merged: Record<string, unknown> = { ...live };
  for (const [name, value] of Object.entries(applied)) {
    merged[name] = merge(live[name], value, name);
  }
  return merged;
}

function hasAll(set: FieldSet, wanted: FieldSet): boolean {
  return [...wanted].every(path => set.has(path));
}
