import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StorageLocationSummary } from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { NothingHere } from '../../components/state';
import { DataTable } from '../../components/table';
import { veleroTranslationRef } from '../../translation';
import { useStorageColumns } from './useStorageColumns';

const SHOWN = [
  'name',
  'cluster',
  'phase',
  'accessMode',
  'lastValidatedAt',
  'backupCount',
];

/** The other locations on the same place in the bucket. */
export function LocationUsers(props: {
  location: StorageLocationSummary;
  users: StorageLocationSummary[];
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const all = useStorageColumns();
  const columns = useMemo(
    () => all.filter(({ id }) => SHOWN.includes(id)),
    [all],
  );
  const { location, users } = props;
  return (
    <Section title={t('location.users')} description={t('location.usersNote')}>
      <DataTable
        label={t('location.users')}
        columns={columns}
        items={users.filter(
          ({ cluster, name }) =>
            cluster !== location.cluster || name !== location.name,
        )}
        getKey={({ cluster, uid }) => `${cluster}/${uid}`}
        empty={<NothingHere>{t('location.alone')}</NothingHere>}
      />
    </Section>
  );
}
