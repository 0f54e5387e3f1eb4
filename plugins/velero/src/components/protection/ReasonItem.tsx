import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  NextStep,
  ReasonPlace,
} from '@appgear/backstage-plugin-velero-common';
import { Say, veleroTranslationRef } from '../../translation';
import { Sentence } from './useReasonText';

/** Where something is wrong, what it is, and what to do about it. */
export function ReasonItem(props: {
  reason: ReasonPlace & { next: NextStep };
  children: Sentence;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { reason, children } = props;
  const place = placeText(reason, t);
  return (
    <>
      <Text as="div">
        {place} {children}
      </Text>
      {reason.next !== 'none' && (
        <Text as="div" variant="body-small" color="secondary">
          {t('protection.next', { step: t(`next.${reason.next}`) })}
        </Text>
      )}
    </>
  );
}

function placeText({ cluster, namespace }: ReasonPlace, t: Say) {
  if (cluster && namespace) {
    return t('place.namespace', { cluster, namespace });
  }
  return cluster && t('place.cluster', { cluster });
}
