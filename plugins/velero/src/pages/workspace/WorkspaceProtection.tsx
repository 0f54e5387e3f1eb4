import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  WorkspaceDetail,
  WorkspaceProtection as Protection,
} from '@appgear/backstage-plugin-velero-common';
import { FactList, Section } from '../../components/layout';
import {
  AchievedRpo,
  isLost,
  LossSentence,
  ReasonList,
} from '../../components/protection';
import { RestoreLink } from '../../components/restore';
import { QueryView } from '../../components/state';
import { IntentStatus, VerdictStatus } from '../../components/status';
import { useVeleroQuery } from '../../query';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { MissingNow } from './MissingNow';
import { ProtectionWarnings } from './ProtectionWarnings';
import { RecoveryPoints } from './RecoveryPoints';

/** What would be lost of a workspace now, why, and what is missing. */
export function WorkspaceProtection(props: { workspace: WorkspaceDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { id, protection } = props.workspace;
  if (!protection) {
    return (
      <Section
        title={t('protection.title')}
        action={<RestoreLink workspaces={[id]} />}
      >
        <VerdictStatus verdict={undefined} />
      </Section>
    );
  }
  return <Assessed id={id} />;
}

function Assessed({ id }: { id: string }) {
  const query = useVeleroQuery(`protection of ${id}`, (api, signal) =>
    api.getProtection(id, { signal }),
  );
  return (
    <>
      <QueryView query={query}>
        {protection => (
          <>
            <Loss protection={protection} />
            <MissingNow namespaces={protection.namespaces} />
          </>
        )}
      </QueryView>
      <RecoveryPoints
        workspace={id}
        targetSeconds={query.data?.summary.targetSeconds}
      />
    </>
  );
}

function Loss({ protection }: { protection: Protection }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { summary, verdict, intent, reasons, warnings } = protection;
  return (
    <Section
      title={t(isLost(summary) ? 'protection.title.lost' : 'protection.title')}
      action={<RestoreLink workspaces={[protection.workspace]} />}
    >
      <Text as="p" variant="body-large" weight="bold">
        <LossSentence protection={summary} />
      </Text>
      <FactList
        facts={[
          {
            label: t('protection.verdict'),
            value: <VerdictStatus verdict={verdict} />,
          },
          {
            label: t('workspace.intent'),
            value: <IntentStatus intent={intent} />,
          },
          {
            label: t('rpo.title'),
            value: <AchievedRpo protection={summary} />,
          },
          {
            label: t('rpo.source'),
            value: t(`rpo.source.${summary.targetSource}`),
          },
          {
            label: t('protection.assessedAt'),
            value: <Timestamp at={protection.assessedAt} />,
          },
        ]}
      />
      {reasons.length > 0 && <ReasonList reasons={reasons} />}
      <ProtectionWarnings warnings={warnings} />
    </Section>
  );
}
