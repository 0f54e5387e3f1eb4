import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ProtectionWarning } from '@appgear/backstage-plugin-velero-common';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { pointLink, Sentence, unknownCode } from './useReasonText';

/** Says what may soon be wrong, in the reader's language. */
export function useWarningText(): (warning: ProtectionWarning) => Sentence {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  return warning => {
    switch (warning.code) {
      case 'lastGoodExpires':
        return t('warning.lastGoodExpires', {
          backup: pointLink(warning.point, links),
          age: <Timestamp at={warning.expiresAt} />,
        });
      case 'holdsLess':
        return t('warning.holdsLess', {
          backup: pointLink(warning.point, links),
          before: pointLink(warning.before, links),
          held: warning.held,
          heldBefore: warning.heldBefore,
        });
      default:
        return unknownCode(warning);
    }
  };
}
