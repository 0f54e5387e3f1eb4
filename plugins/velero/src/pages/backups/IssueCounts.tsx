import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Status } from '../../components/status';
import { veleroTranslationRef } from '../../translation';

/** How many errors and warnings Velero counted. */
export function IssueCounts(props: { errors: number; warnings: number }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { errors, warnings } = props;
  if (errors === 0 && warnings === 0) {
    return <>{t('issues.none')}</>;
  }
  return (
    <Flex direction="column" gap="1">
      {errors > 0 && (
        <Status tone="danger">{t('issues.errors', { count: errors })}</Status>
      )}
      {warnings > 0 && (
        <Status tone="warning">
          {t('issues.warnings', { count: warnings })}
        </Status>
      )}
    </Flex>
  );
}
