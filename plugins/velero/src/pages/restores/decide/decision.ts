import type { RestoresApi } from '../../../api';

/** What a reader may do with a request. */
export type Decision = 'approve' | 'veto' | 'cancel' | 'review';

/** What the reader filled in. */
export interface DecisionWords {
  comment: string;
  /** With a review. */
  verdict: 'justified' | 'unjustified';
}

/** The backend's own limits: see `filing.ts` and `votes.ts` of the contract. */
const LEAST_LETTERS: Record<Decision, number> = {
  approve: 0,
  veto: 1,
  cancel: 10,
  review: 1,
};

/** How many letters are missing from the comment; 0 when it will do. */
export function missingLetters(decision: Decision, comment: string): number {
  return Math.max(0, LEAST_LETTERS[decision] - comment.trim().length);
}

/** How many letters a decision needs said with it. */
export function leastLetters(decision: Decision): number {
  return LEAST_LETTERS[decision];
}

/**
 * Tells the backend.
 *
 * @param digest - of what the reader was shown
 */
export async function decide(
  api: RestoresApi,
  id: string,
  decision: Decision,
  words: DecisionWords,
  digest: string,
): Promise<void> {
  const comment = words.comment.trim();
  switch (decision) {
    case 'cancel':
      await api.cancel(id, comment);
      break;
    case 'review':
      await api.review(id, { verdict: words.verdict, comment });
      break;
    default:
      await api.vote(id, {
        decision,
        digest,
        ...(comment && { comment }),
      });
  }
}
