import { z } from 'zod';
import { Problem } from '../api/clusters';
import { RestoreSpec } from '../velero';
import { ObjectEffect, PreviewSummary } from './effects';
import { RestoreOutcomeSummary, RestoreProgress } from './outcome';
import { RestoreRisks } from './risks';
import { RESTORE_REQUEST_STATES, RestoreRequestState } from './states';
import { ApprovalFactor, FactorProgress, RestoreVote } from './votes';

/** One page of a request's own list. @public */
export interface ItemPage<T> {
  items: T[];
  /** How many items match in all, on all pages. */
  total: number;
  offset: number;
  limit: number;
}

/** Answer of `POST /restore-previews`. @public */
export interface RestorePreviewAnswer {
  /** Why it cannot succeed, with what to do instead. Then nothing else is here. */
  obstacles: Problem[];
  preview?: {
    /** To be sent along when the request is filed. */
    digest: string;
    summary: PreviewSummary;
    risks: RestoreRisks;
    effects: ItemPage<ObjectEffect>;
    /** Why the policy refuses it; empty when it does not. */
    refused: Problem[];
    /** Who must consent. */
    factors: ApprovalFactor[];
    /** Names of the policy's rules that matched. */
    rules: string[];
    /** Why too few people could consent; empty when there are enough. */
    neverApproved: Problem[];
    /** Ids of open requests that write into the same namespaces. */
    sameTarget: string[];
  };
}

/** @public */
export interface RestoreRequestSummary {
  id: string;
  state: RestoreRequestState;
  cluster: string;
  backup: string;
  /** The namespaces written into. */
  namespaces: string[];
  /** Ids of the workspaces it touches that the reader may see. */
  workspaces: string[];
  requester: string;
  reason: string;
  /** ISO 8601, UTC. */
  filedAt: string;
  approveBefore: string;
  notBefore?: string;
  executeBefore?: string;
  endedAt?: string;
  endReason?: string;
  /** The same, sentence by sentence. */
  endReasons?: Problem[];
  /** Executed without approval, for this incident. */
  incident?: string;
  /** A break-glass restore that nobody reviewed yet. */
  reviewPending: boolean;
  factors: FactorProgress[];
  /** Whether the reader may vote on it now. */
  waitsForMe: boolean;
}

/** What the reader may do with a request now; the server checks again. @public */
export interface RestoreRequestActions {
  approve: boolean;
  veto: boolean;
  cancel: boolean;
  review: boolean;
}

/** @public */
export interface RestoreRequestDetail extends RestoreRequestSummary {
  /** What a vote has to name. */
  digest: string;
  spec: RestoreSpec;
  summary: PreviewSummary;
  risks: RestoreRisks;
  rules: string[];
  votes: RestoreVote[];
  ticketUrl?: string;
  supersedes?: string;
  approvedAt?: string;
  startedAt?: string;
  review?: {
    reviewer: string;
    at: string;
    verdict: 'justified' | 'unjustified';
    comment: string;
  };
  progress?: RestoreProgress;
  outcome?: RestoreOutcomeSummary;
  actions: RestoreRequestActions;
}

const state = z.enum(
  RESTORE_REQUEST_STATES as [RestoreRequestState, ...RestoreRequestState[]],
);
const flag = z.enum(['true', 'false']).transform(text => text === 'true');

/** Query of `GET /restore-requests`. @public */
export const restoreRequestsQuerySchema = z.strictObject({
  /** One or more, with commas between. */
  state: z
    .string()
    .transform(text => text.split(','))
    .pipe(z.array(state))
    .optional(),
  workspace: z.string().max(253).optional(),
  cluster: z.string().max(253).optional(),
  requester: z.string().max(500).optional(),
  /** Only those that the reader may vote on and has not. */
  waitsForMe: flag.optional(),
  /** Only those that the reader voted on. */
  decidedByMe: flag.optional(),
  /** Only break-glass restores that nobody reviewed. */
  reviewPending: flag.optional(),
  /** `deadline`: when it expires, be it for want of votes or of execution. */
  sort: z.enum(['filedAt', 'deadline']).default('filedAt'),
  order: z.enum(['asc', 'desc']).default('desc'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** @public */
export type RestoreRequestsQuery = z.input<typeof restoreRequestsQuerySchema>;

/** On how much the reader has a right: everything, some workspaces, nothing. @public */
export type RightReach = 'all' | 'some' | 'none';

/**
 * Answer of `GET /restore-rights`: what is worth offering to the reader. Each
 * route checks again.
 *
 * @public
 */
export interface RestoreRights {
  /** See requests: `velero.restore.read`. */
  read: RightReach;
  /** Preview and file: `velero.restore.request`. */
  request: RightReach;
  /** Vote and review: `velero.restore.approve`. */
  approve: RightReach;
  /** Restore without approval: `velero.restore.breakGlass`. */
  breakGlass: RightReach;
  /** Read the trail: `velero.audit.read`. */
  audit: RightReach;
}
