import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  PointGrade,
  WorkspaceRecoveryPoint,
} from '@appgear/backstage-plugin-velero-common';
import { heldOtherwise } from '../../../components/protection';
import { veleroTranslationRef } from '../../../translation';

const STATUS: Partial<Record<PointGrade, 'warning' | 'danger'>> = {
  localOnly: 'warning',
  partial: 'warning',
  metadataOnly: 'danger',
  empty: 'danger',
  unknown: 'warning',
};

/** What the chosen point is not worth. */
export function PointWarnings(props: {
  point: WorkspaceRecoveryPoint | undefined;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { point } = props;
  if (!point) return null;
  const { grade = 'unknown', available } = point;
  const count = heldOtherwise(point);
  const status = STATUS[grade];
  return (
    <div role="status">
      {status && grade !== 'complete' && (
        <Alert
          status={status}
          icon
          title={
            grade === 'empty' && count > 0
              ? t('wizard.warn.otherwise', { count })
              : t(`wizard.warn.${grade}`)
          }
        />
      )}
      {!available && (
        <Alert status="warning" icon title={t('wizard.warn.unavailable')} />
      )}
    </div>
  );
}
