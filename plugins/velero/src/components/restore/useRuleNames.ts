import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DEFAULT_RULE_NAMES } from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

/** Names rules of the policy: the shipped ones in the reader's language. */
export function useRuleNames() {
  const { t } = useTranslationRef(veleroTranslationRef);
  return useCallback(
    (rules: readonly string[]): string =>
      rules
        .map(rule => {
          const shipped = DEFAULT_RULE_NAMES.find(name => name === rule);
          return shipped ? t(`rule.${shipped}`) : rule;
        })
        .join(', '),
    [t],
  );
}
