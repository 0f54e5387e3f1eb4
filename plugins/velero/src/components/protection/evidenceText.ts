import type { EvidenceStatus } from '@appgear/backstage-plugin-velero-common';
import { Say } from '../../translation';

/** Why it is not known what a backup holds. */
export function evidenceText(
  { state, failure }: EvidenceStatus,
  t: Say,
): string {
  switch (state) {
    case 'unknown':
      return t('evidence.unknown', {
        failure: failure ? t(`evidence.${failure}`) : t('notKnown'),
      });
    case 'none':
      return t('evidence.none');
    default:
      return t('evidence.waiting');
  }
}
