import { Link } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceDetail } from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { NothingHere } from '../../components/state';
import { DataTable } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import { useBackupColumns } from '../backups/useBackupColumns';

const MOST_ROWS = 10;

/** The newest backups in whose scope a workspace is. */
export function WorkspaceBackups(props: { workspace: WorkspaceDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const columns = useBackupColumns();
  const { id, backups, backupCount, withheld } = props.workspace;
  const all = links.backups({ workspace: id });

  return (
    <Section
      title={t('workspace.backups')}
      isWithheld={withheld?.includes('backups')}
      action={
        all &&
        backupCount > MOST_ROWS && (
          <Link href={all}>
            {t('workspace.allBackups', { count: backupCount })}
          </Link>
        )
      }
    >
      <DataTable
        label={t('workspace.backups')}
        columns={columns}
        items={backups.slice(0, MOST_ROWS)}
        getKey={({ cluster, uid }) => `${cluster}/${uid}`}
        getHref={backup => links.backup(backup)}
        empty={<NothingHere>{t('workspace.noBackups')}</NothingHere>}
      />
    </Section>
  );
}
