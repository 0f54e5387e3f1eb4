import { Knex } from 'knex';
import { Transition } from '../stateMachine';
import { askedGroups } from './messages';
import {
  changingColumns,
  RequestRow,
  toRequestRow,
  toStored,
  toVoteRow,
  VoteRow,
} from './rows';
import { StoredRequest } from './types';

/** A request with its votes. */
export async function loadRequest(
  database: Knex,
  id: string,
): Promise<StoredRequest | undefined> {
  const row = await database<RequestRow>('restore_requests')
    .where({ id })
    .first();
  if (!row) return undefined;
  const votes = await database<VoteRow>('restore_votes')
    .where({ request_id: id })
    .orderBy('position');
  return toStored(row, votes);
}

/** Writes a transition, if nobody else wrote since the request was read. */
export async function swapRequest(
  transaction: Knex.Transaction,
  before: StoredRequest,
  { request: gate }: Transition,
): Promise<StoredRequest | 'lost'> {
  if (gate === before.gate) return before;
  const version = before.version + 1;
  const swapped = await transaction<RequestRow>('restore_requests')
    .where({ id: gate.id, version: before.version })
    .update(changingColumns(gate, version));
  if (swapped !== 1) return 'lost';

  const votes = gate.votes.slice(before.gate.votes.length);
  if (votes.length > 0) {
    await transaction<VoteRow>('restore_votes').insert(
      votes.map((vote, index) =>
        toVoteRow(gate.id, vote, before.gate.votes.length + index),
      ),
    );
  }
  return { ...before, gate, version };
}

export async function insertRequest(
  transaction: Knex.Transaction,
  request: StoredRequest,
): Promise<void> {
  const id = request.gate.id;
  const { workspaces } = request.content.risks;
  await transaction('restore_requests').insert(
    toRequestRow(request, request.version),
  );
  await transaction.batchInsert(
    'restore_request_workspaces',
    workspaces.map(workspace => ({ request_id: id, workspace })),
    100,
  );
  await transaction.batchInsert(
    'restore_request_groups',
    askedGroups(request.content).map(group => ({
      request_id: id,
      group_ref: group,
    })),
    100,
  );
}
