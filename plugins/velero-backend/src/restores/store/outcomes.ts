import {
  RestoredObject,
  RestoreResult,
} from '@appgear/backstage-plugin-velero-common';
import { Knex } from 'knex';

/** A row of `restore_outcomes`. */
interface OutcomeRow {
  request_id: string;
  position: number;
  result: RestoreResult;
  resource: string;
  namespace: string | null;
  name: string;
  outcome: string;
}

const TABLE = 'restore_outcomes';
const BATCH = 100;

/** Writes what Velero did, object by object. */
export async function insertOutcome(
  transaction: Knex.Transaction,
  requestId: string,
  objects: readonly RestoredObject[],
): Promise<void> {
  const rows = objects.map(
    (object, position): OutcomeRow => ({
      request_id: requestId,
      position,
      result: object.result,
      resource: object.apiKind,
      namespace: object.namespace ?? null,
      name: object.name,
      outcome: JSON.stringify(object),
    }),
  );
  await transaction.batchInsert(TABLE, rows, BATCH);
}

/** One page of what Velero did. */
export async function pageOutcome(
  database: Knex,
  requestId: string,
  filter: { result?: RestoreResult; visibleNamespaces?: readonly string[] },
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: RestoredObject[]; total: number }> {
  const matching = () => {
    const query = database<OutcomeRow>(TABLE).where('request_id', requestId);
    if (filter.result) query.where('result', filter.result);
    const { visibleNamespaces } = filter;
    if (visibleNamespaces) {
      query.whereIn('namespace', [...visibleNamespaces]);
    }
    return query;
  };
  const rows = await matching()
    .orderBy('position')
    .offset(offset)
    .limit(limit)
    .select('outcome');
  const [{ count }] = await matching().count<Array<{ count: string | number }>>(
    {
      count: 'position',
    },
  );
  return {
    items: rows.map(row => JSON.parse(row.outcome)),
    total: Number(count),
  };
}
