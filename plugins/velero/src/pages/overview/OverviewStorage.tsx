import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Overview } from '@appgear/backstage-plugin-velero-common';
import { PageLink, Section } from '../../components/layout';
import { NothingHere } from '../../components/state';
import { DataTable } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import { useStorageColumns } from '../storage/useStorageColumns';

/** Where backups are kept. */
export function OverviewStorage(props: { overview: Overview }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const columns = useStorageColumns();
  return (
    <Section
      title={t('storage.title')}
      isWithheld={props.overview.withheld?.includes('storageLocations')}
      action={
        <PageLink href={links.storage()}>{t('overview.allStorage')}</PageLink>
      }
    >
      <DataTable
        label={t('storage.title')}
        columns={columns}
        items={props.overview.storageLocations}
        getKey={({ cluster, uid }) => `${cluster}/${uid}`}
        empty={<NothingHere>{t('storage.empty')}</NothingHere>}
      />
    </Section>
  );
}
