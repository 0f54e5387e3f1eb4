import { z } from 'zod';

/**
 * One kind of consent a request needs: `count` distinct people who belong to
 * any of `groups`. One person fills one factor, so two factors need two
 * people even where one person belongs to both.
 *
 * @public
 */
export interface ApprovalFactor {
  /** Stable within a request, such as `group:default/appgear-dr-approvers`. */
  id: string;
  /** Entity references of the groups whose members may fill it. */
  groups: string[];
  /** The workspace whose owners are meant, when the factor is ownership. */
  workspace?: string;
  count: number;
  /** Names of the policy's rules that ask for it. */
  rules: string[];
}

/** A factor and who fills it so far. @public */
export interface FactorProgress extends ApprovalFactor {
  filledBy: string[];
}

/** @public */
export type VoteDecision = 'approve' | 'veto';

/** One person's word on a request. Never changed, never withdrawn. @public */
export interface RestoreVote {
  /** Entity reference of the user. */
  voter: string;
  decision: VoteDecision;
  /** Always there with a veto. */
  comment?: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Digest of what the voter was shown. */
  digest: string;
  /** Ids of the factors that the voter could fill at that moment. */
  factors: string[];
}

/**
 * Body of `POST /restore-requests/:id/votes`. The digest says what the voter
 * looked at; when the request shows something else by now, the vote is
 * refused with 409.
 *
 * @public
 */
export const castVoteSchema = z
  .strictObject({
    decision: z.enum(['approve', 'veto']),
    comment: z.string().trim().min(1).max(4000).optional(),
    digest: z.string().regex(/^[0-9a-f]{64}$/, 'must be the digest as shown'),
  })
  .refine(vote => vote.decision === 'approve' || vote.comment, {
    path: ['comment'],
    message: 'a veto needs a comment: say what would make it acceptable',
  });

/** @public */
export type CastVote = z.infer<typeof castVoteSchema>;
