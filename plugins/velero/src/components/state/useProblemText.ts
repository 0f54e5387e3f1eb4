import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isSentence,
  type Problem,
} from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

/**
 * Says a problem in the reader's language, where this portal knows the
 * sentence; else as the backend says it.
 */
export function useProblemText() {
  const { t } = useTranslationRef(veleroTranslationRef);
  return useCallback(
    (problem: Problem): Pick<Problem, 'message' | 'hint'> => {
      const { key = '', params = {}, message, hint } = problem;
      const translate = (sentence: string, otherwise: string) =>
        isSentence(sentence)
          ? // Which parameters it needs is for whoever said it.
            t(sentence as 'gate.policyChanged', params as {})
          : otherwise;
      return {
        message: translate(key, message),
        hint: hint && translate(`${key}.hint`, hint),
      };
    },
    [t],
  );
}
