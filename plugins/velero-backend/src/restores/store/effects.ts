import {
  EffectAction,
  ObjectEffect,
} from '@appgear/backstage-plugin-velero-common';
import { Knex } from 'knex';

/** A row of `restore_effects`. */
interface EffectRow {
  request_id: string;
  position: number;
  action: EffectAction;
  resource: string;
  namespace: string | null;
  name: string;
  effect: string;
}

/** Which effects to read; what is not given does not narrow. */
export interface EffectFilter {
  action?: EffectAction;
  resource?: string;
  namespace?: string;
  /** Any part of the name. */
  search?: string;
  /** Only these namespaces and what is in them. */
  visibleNamespaces?: readonly string[];
}

const TABLE = 'restore_effects';
const BATCH = 100;

export async function insertEffects(
  transaction: Knex.Transaction,
  requestId: string,
  effects: readonly ObjectEffect[],
): Promise<void> {
  const rows = effects.map(
    (effect, position): EffectRow => ({
      request_id: requestId,
      position,
      action: effect.action,
      resource: effect.resource,
      namespace: effect.namespace ?? null,
      name: effect.name,
      effect: JSON.stringify(effect),
    }),
  );
  await transaction.batchInsert(TABLE, rows, BATCH);
}

/** One page of what a request's approvers are shown, in its order. */
export async function pageEffects(
  database: Knex,
  requestId: string,
  filter: EffectFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: ObjectEffect[]; total: number }> {
  const matching = () => {
    const query = database<EffectRow>(TABLE).where('request_id', requestId);
    if (filter.action) query.where('action', filter.action);
    if (filter.resource) query.where('resource', filter.resource);
    if (filter.namespace) query.where('namespace', filter.namespace);
    if (filter.search) {
      const pattern = filter.search.toLowerCase().replace(/[\\%_]/g, '\\$&');
      query.whereRaw("lower(name) like ? escape '\\'", [`%${pattern}%`]);
    }
    const { visibleNamespaces } = filter;
    if (visibleNamespaces) {
      query.where(visible =>
        visible
          .whereIn('namespace', [...visibleNamespaces])
          .orWhere(itself =>
            itself
              .where('resource', 'namespaces')
              .whereIn('name', [...visibleNamespaces]),
          ),
      );
    }
    return query;
  };
  const rows = await matching()
    .orderBy('position')
    .offset(offset)
    .limit(limit)
    .select('effect');
  const [{ count }] = await matching().count<Array<{ count: string | number }>>(
    {
      count: 'position',
    },
  );
  return {
    items: rows.map(row => JSON.parse(row.effect)),
    total: Number(count),
  };
}

/** Objects that were approved to be patched, as `resource namespace/name`. */
export async function patchedObjects(
  database: Knex,
  requestId: string,
): Promise<Set<string>> {
  const rows = await database<EffectRow>(TABLE)
    .where({ request_id: requestId, action: 'patch' })
    .select('resource', 'namespace', 'name');
  return new Set(rows.map(objectKey));
}

/** Objects that were approved to be left as they are. */
export async function skippedObjects(
  database: Knex,
  requestId: string,
): Promise<ObjectEffect[]> {
  const rows = await database<EffectRow>(TABLE)
    .where({ request_id: requestId, action: 'skip' })
    .select('effect');
  return rows.map(row => JSON.parse(row.effect));
}

export function objectKey(object: {
  resource: string;
  namespace?: string | null;
  name: string;
}): string {
  return `${object.resource} ${object.namespace ?? ''}/${object.name}`;
}
