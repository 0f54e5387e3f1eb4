import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreRequestSummary } from '@appgear/backstage-plugin-velero-common';
import { Status } from '../../components/status';
import { veleroTranslationRef } from '../../translation';

/** How many of the people needed have consented. */
export function Consents(props: { request: RestoreRequestSummary }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { factors, incident } = props.request;
  if (incident !== undefined) {
    return <Status tone="danger">{t('request.breakGlass')}</Status>;
  }
  const needed = factors.reduce((sum, factor) => sum + factor.count, 0);
  const filled = factors.reduce(
    (sum, factor) => sum + Math.min(factor.count, factor.filledBy.length),
    0,
  );
  return <>{t('request.consent.of', { filled, needed })}</>;
}
