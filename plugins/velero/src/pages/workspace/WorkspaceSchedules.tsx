import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceDetail } from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { NothingHere } from '../../components/state';
import { DataTable } from '../../components/table';
import { veleroTranslationRef } from '../../translation';
import { useScheduleColumns } from '../schedules/useScheduleColumns';

/** The schedules in whose scope a workspace is. */
export function WorkspaceSchedules(props: { workspace: WorkspaceDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useScheduleColumns();
  return (
    <Section
      title={t('workspace.schedules')}
      isWithheld={props.workspace.withheld?.includes('schedules')}
    >
      <DataTable
        label={t('workspace.schedules')}
        columns={columns}
        items={props.workspace.schedules}
        getKey={({ cluster, uid }) => `${cluster}/${uid}`}
        empty={<NothingHere>{t('workspace.noSchedules')}</NothingHere>}
      />
    </Section>
  );
}
