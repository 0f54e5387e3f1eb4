import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  inOneSentence,
  type Problem,
} from '@appgear/backstage-plugin-velero-common';
import { useProblemText } from '../../components/state';
import { useRuleNames } from '../../components/restore';
import { useFormats } from '../../time';
import { veleroTranslationRef } from '../../translation';
import en from '../../translation/en';

/** Details whose values are words of ours, and where these are translated. */
const WORDS: Record<string, string> = {
  decision: 'votes',
  verdict: 'decide',
  state: 'request.state',
  refusal: 'audit.refusal',
  kind: 'outOfBand.kind',
};
const TIMES = ['since', 'until', 'createdAt'];

/**
 * What an event says besides, as lines of `name: value`, in the reader's
 * language as far as the words are ours. The record itself is in the export.
 */
export function useDetailsText() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const formats = useFormats();
  const nameRules = useRuleNames();
  const sayProblem = useProblemText();
  return useCallback(
    (details: Record<string, unknown>): string => {
      function word(key: string, otherwise: string): string {
        return key in en ? t(key as 'audit.details') : otherwise;
      }

      function say(name: string, value: unknown): string {
        if (name === 'rules') return nameRules(value as string[]);
        if (Array.isArray(value)) return value.join(', ');
        if (value && typeof value === 'object') return pairs(value, ', ');
        const text = String(value);
        return TIMES.includes(name)
          ? formats.dateTime(new Date(text))
          : word(`${WORDS[name]}.${text}`, text);
      }

      function pairs(values: object, between: string): string {
        return Object.entries(values)
          .map(
            ([name, value]) =>
              `${word(`audit.detail.${name}`, name)}: ${say(name, value)}`,
          )
          .join(between);
      }

      // Through what it came stands beside who it was.
      const { through, sentences, ...rest } = details;
      const said = (sentences as Problem[] | undefined)?.map(sayProblem);
      return pairs(
        said ? { ...rest, reason: inOneSentence(said) } : rest,
        '\n',
      );
    },
    [t, formats, nameRules, sayProblem],
  );
}
