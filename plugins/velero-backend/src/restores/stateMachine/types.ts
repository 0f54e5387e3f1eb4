import {
  ApprovalFactor,
  Problem,
  RestoreRequestState,
  RestoreVote,
  VoteDecision,
} from '@appgear/backstage-plugin-velero-common';

/** Who acts. A service may file requests; it never votes. */
export interface Actor {
  kind: 'user' | 'service';
  /** Entity reference of a user, or a service's subject. */
  ref: string;
}

/** What the machine needs to know of a factor. */
export type Factor = Pick<ApprovalFactor, 'id' | 'count'>;

/**
 * A request, as the rules of the gate see it: all else (spec, evidence,
 * effects) is behind the digest. Times are ISO 8601 in UTC.
 */
export interface GateRequest {
  readonly id: string;
  readonly requester: string;
  /** What people approve: spec, evidence and effects, hashed. */
  readonly digest: string;
  readonly factors: readonly Factor[];
  readonly state: RestoreRequestState;
  readonly votes: readonly RestoreVote[];
  readonly filedAt: string;
  /** First clock: from here on the request can no longer be approved. */
  readonly approveBefore: string;
  /** Second clock, as a length: how long an approval is good for. */
  readonly executeWithinMs: number;
  /** The wanted time; never executed earlier. */
  readonly notBefore?: string;
  readonly approvedAt?: string;
  /** The second clock, once it runs. */
  readonly executeBefore?: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** Why it ended, for people to read. */
  readonly endReason?: string;
  /** The same, sentence by sentence. */
  readonly endReasons?: readonly Problem[];
  readonly breakGlass?: BreakGlass;
}

/** Approved by nobody, in an emergency; open until somebody else reviews it. */
export interface BreakGlass {
  readonly incident: string;
  readonly review?: BreakGlassReview;
}

export interface BreakGlassReview {
  readonly reviewer: string;
  readonly at: string;
  readonly verdict: 'justified' | 'unjustified';
  readonly comment: string;
}

/** Person to the ids of the factors that this person may fill right now. */
export type Entitlements = ReadonlyMap<string, readonly string[]>;

/**
 * What can happen to a request. Roles come with the command that needs them,
 * read afresh by the caller: the machine remembers no one's rights.
 */
export type GateCommand =
  | {
      type: 'vote';
      by: Actor;
      decision: VoteDecision;
      comment?: string;
      digest: string;
      entitledTo: readonly string[];
    }
  | { type: 'cancel'; by: Actor; reason: Problem }
  | { type: 'tick' }
  | { type: 'invalidate'; reasons: readonly Problem[] }
  | {
      type: 'startExecution';
      digest: string;
      requesterEntitled: boolean;
      entitlements: Entitlements;
    }
  | {
      type: 'finish';
      outcome: 'succeeded' | 'partiallyFailed' | 'failed';
      reasons: readonly Problem[];
    }
  | {
      type: 'review';
      by: Actor;
      /** One of those whom the policy would have asked. */
      standsGuard: boolean;
      verdict: BreakGlassReview['verdict'];
      comment: string;
    };

/** Something that happened, for the audit trail and for those concerned. */
export interface GateEvent {
  type:
    | 'voted'
    | 'approved'
    | 'rejected'
    | 'cancelled'
    | 'expired'
    | 'invalidated'
    | 'executionStarted'
    | 'succeeded'
    | 'partiallyFailed'
    | 'failed'
    | 'reviewed';
  at: string;
  /** Absent where no one acted, as with expiry. */
  by?: Actor;
  reasons?: readonly Problem[];
}

/** Why a command was turned down. */
export type Refusal =
  | 'ended'
  | 'notPending'
  | 'notApproved'
  | 'notExecuting'
  | 'tooEarly'
  | 'servicesDoNotVote'
  | 'ownRequest'
  | 'alreadyVoted'
  | 'notEntitled'
  | 'commentRequired'
  | 'digestChanged'
  | 'notBreakGlass'
  | 'alreadyReviewed';

/**
 * The request after a command, and what happened. A refusal does not mean
 * that nothing changed: a vote that comes too late is refused and finds the
 * request expired.
 */
export interface Transition {
  request: GateRequest;
  events: GateEvent[];
  refusal?: Refusal;
}
