import {
  NO_BACKUP_NEEDED,
  ObjectEffect,
  RestoredObject,
  RestoreResult,
} from '@appgear/backstage-plugin-velero-common';
import { Kinds } from '../preview/kinds';

/** `{"v1/ConfigMap": ["ns/name(created)"]}` as objects, sorted by place and kind. */
export function readRestoredObjects(
  list: Record<string, string[]>,
): RestoredObject[] {
  return Object.entries(list)
    .flatMap(([apiKind, entries]) =>
      entries.flatMap(entry => readEntry(apiKind, entry) ?? []),
    )
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/**
 * Takes back `failed` where nothing did: an object that was there already and
 * differs is listed so, too, with a warning. It was left as it was, which is
 * no failure when that was approved, or when the cluster makes the object by
 * itself and was quicker than Velero.
 * Source: Velero, pkg/restore/restore.go, restoreItem, where itemStatus is set.
 *
 * @param toBeLeft - effects that were approved: objects that stay as they are
 */
export function withoutLeftObjects(
  objects: readonly RestoredObject[],
  toBeLeft: readonly ObjectEffect[],
): RestoredObject[] {
  const approved = new Set(toBeLeft.map(keyOfEffect));
  const kinds = new Kinds([]);
  return objects.map(object => {
    const left =
      object.result === 'failed' &&
      (approved.has(keyOf(object)) || isMadeByCluster(object, kinds));
    return left ? { ...object, result: 'skipped' } : object;
  });
}

function isMadeByCluster(
  { apiKind, name }: RestoredObject,
  kinds: Kinds,
): boolean {
  const { resource } = kinds.of(apiKind);
  return NO_BACKUP_NEEDED.some(
    rule =>
      (rule.why === 'madeByKubernetes' || rule.why === 'madeByAddOn') &&
      rule.resource === resource &&
      (!rule.names || rule.names.includes(name)),
  );
}

/** The list names versions and kinds, effects name resources: group and kind are in both. */
function keyOf({ apiKind, namespace, name }: RestoredObject): string {
  const parts = apiKind.split('/');
  const group = parts.length === 3 ? parts[0] : '';
  return `${group}/${parts.at(-1)} ${namespace ?? ''}/${name}`;
}

function keyOfEffect({
  resource,
  kind,
  namespace,
  name,
}: ObjectEffect): string {
  const [, ...group] = resource.split('.');
  return `${group.join('.')}/${kind} ${namespace ?? ''}/${name}`;
}

const ENTRY = /^(?:([^/]+)\/)?(.+)\((created|updated|skipped|failed)\)$/;

function readEntry(apiKind: string, entry: string): RestoredObject | undefined {
  const match = ENTRY.exec(entry);
  if (!match) return undefined;
  const [, namespace, name, result] = match;
  return {
    apiKind,
    ...(namespace !== undefined && { namespace }),
    name,
    result: result as RestoreResult,
  };
}

function placeOf({ apiKind, namespace, name }: RestoredObject): string {
  return `${namespace ?? ''}\0${apiKind}\0${name}`;
}
