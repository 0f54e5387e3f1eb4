import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { WorkspaceSummary } from '@appgear/backstage-plugin-velero-common';
import { Fact, FactList, PageLink, Section } from '../../components/layout';
import { IntentStatus } from '../../components/status';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { LastBackupCell } from '../workspaces/LastBackupCell';

/** What Velero and the labels say of a workspace. */
export function WorkspaceFacts(props: { workspace: WorkspaceSummary }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Section title={t('workspace.facts')} description={t('phase.note')}>
      <FactList facts={useWorkspaceFacts(props.workspace)} />
    </Section>
  );
}

/** The facts that matter first, for the page and for the entity's card. */
export function useWorkspaceFacts(workspace: WorkspaceSummary): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { tenant, owner, entityRef, nextRunAt } = workspace;

  const facts: Fact[] = [
    {
      label: t('workspace.intent'),
      value: <IntentStatus intent={workspace.intent} />,
    },
    {
      label: t('workspace.lastBackup'),
      value: <LastBackupCell backup={workspace.lastBackup} />,
    },
    {
      label: t('workspace.lastCompleted'),
      value: <LastBackupCell backup={workspace.lastCompletedBackup} />,
    },
    {
      label: t('workspace.nextRun'),
      value: nextRunAt ? (
        <Timestamp at={nextRunAt} show="both" />
      ) : (
        t('schedule.noRun')
      ),
    },
    {
      label: t('workspace.backupCount'),
      value: (
        <PageLink href={links.backups({ workspace: workspace.id })}>
          {t('number', { value: workspace.backupCount })}
        </PageLink>
      ),
    },
    {
      label: t('workspace.clusters'),
      value: workspace.clusters.join(', '),
    },
  ];
  if (tenant) {
    facts.push({
      label: t('workspace.tenant'),
      value: <PageLink href={links.workspaces({ tenant })}>{tenant}</PageLink>,
    });
  }
  if (owner) {
    facts.push({
      label: t('workspace.owner'),
      value: <EntityRefLink entityRef={owner} defaultKind="group" />,
    });
  }
  if (entityRef) {
    facts.push({
      label: t('workspace.entity'),
      value: <EntityRefLink entityRef={entityRef} />,
    });
  }
  return facts;
}
