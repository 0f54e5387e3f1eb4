import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';

/** Of a backup that no cluster shows: how it can be restored all the same. */
export function OnlyInBucket() {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Alert
      status="info"
      icon
      title={t('backup.onlyInBucket')}
      description={t('backup.onlyInBucket.next')}
    />
  );
}
