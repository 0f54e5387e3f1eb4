import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreRequestSummary } from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

/** More names than this make no name. */
const MOST_NAMESPACES = 2;

/** Names a request by what it does: the backup, and where it goes. */
export function useRequestName() {
  const { t } = useTranslationRef(veleroTranslationRef);
  return useCallback(
    ({ backup, namespaces }: RestoreRequestSummary): string => {
      const more = namespaces.length - MOST_NAMESPACES;
      const names = [
        namespaces.slice(0, MOST_NAMESPACES).join(', '),
        more > 0 ? t('list.more', { count: more }) : '',
      ].join(' ');
      return t('request.effect', {
        backup,
        namespaces: names.trim() || t('request.nowhere'),
      });
    },
    [t],
  );
}
