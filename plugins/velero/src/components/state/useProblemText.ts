import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isSentence,
  type Problem,
} from '@appgear/backstage-plugin-velero-common';
import { useFormats } from '../../time';
import { veleroTranslationRef } from '../../translation';

/**
 * Says a problem in the reader's language, where this portal knows the
 * sentence; else as the backend says it.
 */
export function useProblemText() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const formats = useFormats();
  return useCallback(
    (problem: Problem): Pick<Problem, 'message' | 'hint'> => {
      const { key = '', params = {}, message, hint } = problem;
      const readable = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          isMoment(value) ? formats.dateTime(new Date(value)) : value,
        ]),
      );
      const translate = (sentence: string, otherwise: string) =>
        isSentence(sentence)
          ? // Which parameters it needs is for whoever said it.
            t(sentence as 'gate.policyChanged', readable as {})
          : otherwise;
      return {
        message: translate(key, message),
        hint: hint && translate(`${key}.hint`, hint),
      };
    },
    [t, formats],
  );
}

/** As the backend writes times: ISO 8601 in UTC. */
function isMoment(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)
  );
}
