import { useCallback } from 'react';
import { inFull, type Problem } from '@appgear/backstage-plugin-velero-common';
import { useProblemText } from './useProblemText';

/** The backend's own answer; its message is English. */
interface Explained {
  message?: string;
  problem?: Problem;
  /** For what reasons. */
  problems?: Problem[];
}

/** Whether the backend said more than a status. */
export function isExplained(error: Error): boolean {
  return explainedBy(error).problem !== undefined;
}

/**
 * Says why something could not be had or done in the reader's language, where
 * the backend said more than a message.
 */
export function useFailureText() {
  const say = useProblemText();
  return useCallback(
    (error: Error): string => {
      const { message, problem, problems = [] } = explainedBy(error);
      if (!problem) {
        return message ?? error.message;
      }
      const reasons = problems.map(say).map(inFull);
      return reasons.length > 0
        ? `${say(problem).message}: ${reasons.join('; ')}`
        : inFull(say(problem));
    },
    [say],
  );
}

function explainedBy(error: Error): Explained {
  const { body } = error as { body?: { error?: Explained } };
  return body?.error ?? {};
}
