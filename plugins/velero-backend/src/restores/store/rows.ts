import {
  RestoreVote,
  RestoreRequestState,
} from '@appgear/backstage-plugin-velero-common';
import { BreakGlassReview, GateRequest } from '../stateMachine';
import { RequestContent, StoredRequest } from './types';

/** A row of `restore_requests`. Times are ISO 8601 in UTC. */
export interface RequestRow {
  id: string;
  version: number;
  state: RestoreRequestState;
  cluster: string;
  requester: string;
  digest: string;
  filed_at: string;
  approve_before: string;
  not_before: string | null;
  approved_at: string | null;
  execute_before: string | null;
  started_at: string | null;
  ended_at: string | null;
  end_reason: string | null;
  end_reasons: string | null;
  incident: string | null;
  review: string | null;
  content: string;
}

/** A row of `restore_votes`. */
export interface VoteRow {
  request_id: string;
  voter: string;
  decision: RestoreVote['decision'];
  comment: string | null;
  at: string;
  digest: string;
  factors: string;
  position: number;
}

/** The part of `content` that only the machine needs. */
interface KeptContent extends RequestContent {
  executeWithinMs: number;
}

export function toStored(row: RequestRow, votes: VoteRow[]): StoredRequest {
  const { executeWithinMs, ...content } = JSON.parse(
    row.content,
  ) as KeptContent;
  const gate: GateRequest = {
    id: row.id,
    requester: row.requester,
    digest: row.digest,
    factors:
      row.incident === null
        ? content.factors.map(({ id, count }) => ({ id, count }))
        : [],
    state: row.state,
    votes: votes.map(toVote),
    filedAt: row.filed_at,
    approveBefore: row.approve_before,
    executeWithinMs,
    notBefore: row.not_before ?? undefined,
    approvedAt: row.approved_at ?? undefined,
    executeBefore: row.execute_before ?? undefined,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    endReason: row.end_reason ?? undefined,
    endReasons:
      row.end_reasons === null ? undefined : JSON.parse(row.end_reasons),
    breakGlass: toBreakGlass(row),
  };
  return { gate, content, version: row.version };
}

export function toRequestRow(
  { gate, content }: Pick<StoredRequest, 'gate' | 'content'>,
  version: number,
): RequestRow {
  const kept: KeptContent = {
    ...content,
    executeWithinMs: gate.executeWithinMs,
  };
  return {
    id: gate.id,
    requester: gate.requester,
    digest: gate.digest,
    filed_at: gate.filedAt,
    approve_before: gate.approveBefore,
    not_before: gate.notBefore ?? null,
    incident: gate.breakGlass?.incident ?? null,
    cluster: content.frozen.cluster.name,
    content: JSON.stringify(kept),
    ...changingColumns(gate, version),
  };
}

/** The columns that a change may write. */
export function changingColumns(gate: GateRequest, version: number) {
  return {
    version,
    state: gate.state,
    approved_at: gate.approvedAt ?? null,
    execute_before: gate.executeBefore ?? null,
    started_at: gate.startedAt ?? null,
    ended_at: gate.endedAt ?? null,
    end_reason: gate.endReason ?? null,
    end_reasons: gate.endReasons ? JSON.stringify(gate.endReasons) : null,
    review: gate.breakGlass?.review
      ? JSON.stringify(gate.breakGlass.review)
      : null,
  };
}

export function toVoteRow(
  requestId: string,
  vote: RestoreVote,
  position: number,
): VoteRow {
  return {
    request_id: requestId,
    voter: vote.voter,
    decision: vote.decision,
    comment: vote.comment ?? null,
    at: vote.at,
    digest: vote.digest,
    factors: JSON.stringify(vote.factors),
    position,
  };
}

function toVote(row: VoteRow): RestoreVote {
  return {
    voter: row.voter,
    decision: row.decision,
    comment: row.comment ?? undefined,
    at: row.at,
    digest: row.digest,
    factors: JSON.parse(row.factors),
  };
}

function toBreakGlass(row: RequestRow): GateRequest['breakGlass'] {
  if (row.incident === null) return undefined;
  const review: BreakGlassReview | undefined =
    row.review === null ? undefined : JSON.parse(row.review);
  return { incident: row.incident, review };
}
