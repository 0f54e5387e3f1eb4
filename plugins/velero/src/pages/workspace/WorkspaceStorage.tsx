import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceDetail } from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { NothingHere } from '../../components/state';
import { DataTable } from '../../components/table';
import { veleroTranslationRef } from '../../translation';
import { useStorageColumns } from '../storage/useStorageColumns';

/** Where the backups of a workspace are kept. */
export function WorkspaceStorage(props: { workspace: WorkspaceDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useStorageColumns();
  return (
    <Section
      title={t('workspace.storage')}
      isWithheld={props.workspace.withheld?.includes('storageLocations')}
    >
      <DataTable
        label={t('workspace.storage')}
        columns={columns}
        items={props.workspace.storageLocations}
        getKey={({ cluster, uid }) => `${cluster}/${uid}`}
        empty={<NothingHere>{t('workspace.noStorage')}</NothingHere>}
      />
    </Section>
  );
}
