import type { KubeObject } from '../objects';
import {
  eachField,
  fromFieldsV1,
  toFieldsV1,
  type FieldSet,
  type FieldsV1,
} from './fieldSet';

/** Who writes, and how: one entry of `metadata.managedFields` each. */
export interface Manager {
  name: string;
  operation: 'Update' | 'Apply';
  subresource?: string;
}

/** One manager with what it owns. */
export interface Ownership extends Manager {
  apiVersion: string;
  time: string;
  fields: FieldSet;
}

export function ownershipsOf(object: KubeObject): Ownership[] {
  return (object.metadata.managedFields ?? []).map(entry => ({
    name: String(entry.manager),
    operation: entry.operation as Manager['operation'],
    subresource: entry.subresource as string | undefined,
    apiVersion: String(entry.apiVersion),
    time: String(entry.time),
    fields: fromFieldsV1(entry.fieldsV1 as FieldsV1),
  }));
}

export function setOwnerships(
  object: KubeObject,
  ownerships: readonly Ownership[],
): void {
  const held = ownerships.filter(({ fields }) => fields.size > 0);
  if (held.length === 0) {
    delete object.metadata.managedFields;
    return;
  }
  object.metadata.managedFields = held.map(ownership => ({
    manager: ownership.name,
    operation: ownership.operation,
    apiVersion: ownership.apiVersion,
    time: ownership.time,
    fieldsType: 'FieldsV1',
    fieldsV1: toFieldsV1(ownership.fields),
    ...(ownership.subresource ? { subresource: ownership.subresource } : {}),
  }));
}

export function isSameManager(a: Manager, b: Manager): boolean {
  return (
    a.name === b.name &&
    a.operation === b.operation &&
    a.subresource === b.subresource
  );
}

/**
 * After a create or update: what the manager changed is its own from now on,
 * what is gone belongs to nobody.
 */
export function trackUpdate(
  object: KubeObject,
  existing: KubeObject | undefined,
  manager: Manager,
  now: string,
): void {
  const { present, changed } = compare(object, existing);
  const before = existing ? ownershipsOf(existing) : [];
  const others = before
    .filter(ownership => !isSameManager(ownership, manager))
    .map(ownership => ({
      ...ownership,
      fields: subset(
        ownership.fields,
        path => present.has(path) && !changed.has(path),
      ),
    }));
  const own = before.find(ownership => isSameManager(ownership, manager));
  const kept = own ? subset(own.fields, path => present.has(path)) : [];
  const fields = new Set([...kept, ...changed]);
  const isUnchanged =
    own && changed.size === 0 && fields.size === own.fields.size;
  setOwnerships(object, [
    ...others,
    {
      ...manager,
      apiVersion: object.apiVersion,
      time: isUnchanged ? own.time : now,
      fields,
    },
  ]);
}

function compare(object: KubeObject, existing: KubeObject | undefined) {
  const old = new Map<string, string>();
  if (existing) {
    eachField(existing, (path, value, isParent) =>
      old.set(path, isParent ? '' : JSON.stringify(value)),
    );
  }
  const present: FieldSet = new Set();
  const changed: FieldSet = new Set();
  eachField(object, (path, value, isParent) => {
    present.add(path);
    const text = isParent ? '' : JSON.stringify(value);
    const before = old.get(path);
    // a parent is changed only when it is new
    if (before === undefined || (!isParent && before !== text)) {
      changed.add(path);
    }
  });
  return { present, changed };
}

function subset(fields: FieldSet, keeps: (path: string) => boolean): FieldSet {
  return new Set([...fields].filter(keeps));
}
