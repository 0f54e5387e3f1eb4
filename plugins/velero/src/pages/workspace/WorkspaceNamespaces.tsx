import { useMemo } from 'react';
import { RiForbidLine, RiShieldCheckLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  WorkspaceDetail,
  WorkspaceNamespace,
} from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { NothingHere } from '../../components/state';
import { Status } from '../../components/status';
import { DataColumn, DataTable } from '../../components/table';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';

/** The namespaces of a workspace, on all clusters. */
export function WorkspaceNamespaces(props: { workspace: WorkspaceDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useMemo<DataColumn<WorkspaceNamespace>[]>(
    () => [
      {
        id: 'name',
        label: t('namespace.name'),
        isRowHeader: true,
        render: ({ name }) => name,
      },
      {
        id: 'cluster',
        label: t('cluster.name'),
        width: 'short',
        render: ({ cluster }) => cluster,
      },
      {
        id: 'backupEnabled',
        label: t('namespace.label'),
        width: 'short',
        render: namespace => <BackupLabel namespace={namespace} />,
      },
      {
        id: 'state',
        label: t('namespace.state'),
        width: 'short',
        render: namespace => <State namespace={namespace} />,
      },
      {
        id: 'createdAt',
        label: t('namespace.createdAt'),
        width: 'short',
        render: ({ createdAt, isLost }) =>
          isLost ? t('namespace.lostLabel') : <Timestamp at={createdAt} />,
      },
    ],
    [t],
  );

  return (
    <Section title={t('namespace.title')}>
      <DataTable
        label={t('namespace.title')}
        columns={columns}
        items={props.workspace.namespaces}
        getKey={({ cluster, uid }) => `${cluster}/${uid}`}
        empty={<NothingHere>{t('namespace.empty')}</NothingHere>}
      />
    </Section>
  );
}

interface Of {
  namespace: WorkspaceNamespace;
}

function BackupLabel({ namespace }: Of) {
  const { t } = useTranslationRef(veleroTranslationRef);
  if (namespace.isLost) {
    return <>{t('namespace.lostLabel')}</>;
  }
  return namespace.backupEnabled ? (
    <Status tone="neutral" icon={RiShieldCheckLine}>
      {t('namespace.enabled')}
    </Status>
  ) : (
    <Status tone="neutral" icon={RiForbidLine}>
      {t('namespace.notEnabled')}
    </Status>
  );
}

function State({ namespace }: Of) {
  const { t } = useTranslationRef(veleroTranslationRef);
  if (namespace.isLost) {
    return <Status tone="warning">{t('namespace.lost')}</Status>;
  }
  return namespace.terminating ? (
    <Status tone="warning">{t('namespace.terminating')}</Status>
  ) : (
    <>{t('namespace.active')}</>
  );
}
