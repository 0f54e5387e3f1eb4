import { RiTimeLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StorageLocationSummary } from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Status } from './Status';

/**
 * Whether Velero reaches a storage location. The CRD's default phase is
 * Unavailable, so before the first validation it says nothing
 * (backupstoragelocation_types.go).
 */
export function StorageStatus(props: {
  location: Pick<StorageLocationSummary, 'phase' | 'lastValidatedAt'>;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  switch (storageHealth(props.location)) {
    case 'available':
      return <Status tone="success">{t('storage.phase.available')}</Status>;
    case 'unavailable':
      return <Status tone="danger">{t('storage.phase.unavailable')}</Status>;
    default:
      return (
        <Status tone="info" icon={RiTimeLine}>
          {t('storage.phase.notValidated')}
        </Status>
      );
  }
}

/** What a location's phase really says. */
export function storageHealth(
  location: Pick<StorageLocationSummary, 'phase' | 'lastValidatedAt'>,
): 'available' | 'unavailable' | 'notValidated' {
  if (location.phase === 'Available') {
    return 'available';
  }
  return location.lastValidatedAt ? 'unavailable' : 'notValidated';
}
