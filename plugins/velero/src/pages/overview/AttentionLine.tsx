import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { inFull, type Problem } from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../components/layout';
import { ReasonItem, useScheduleReasonText } from '../../components/protection';
import { useProblemText } from '../../components/state';
import { Status, Tone } from '../../components/status';
import { Links, useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { Say, veleroTranslationRef } from '../../translation';
import { AttentionItem } from './attentionItems';
import styles from './Attention.module.css';

interface Line {
  tone: Tone;
  text: ReactNode;
  reason?: ReactNode;
}

/** One thing that needs a person: what, where, why, and the way to it. */
export function AttentionLine(props: { item: AttentionItem }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const line = describe(props.item, t, useLinks(), useScheduleReasonText());
  return (
    <>
      <Status tone={line.tone}>{line.text}</Status>
      {line.reason && <div className={styles.reason}>{line.reason}</div>}
    </>
  );
}

function describe(
  item: AttentionItem,
  t: Say,
  links: Links,
  say: ReturnType<typeof useScheduleReasonText>,
): Line {
  switch (item.kind) {
    case 'cluster': {
      const { title, asOf, problems } = item.cluster;
      return {
        tone: asOf ? 'warning' : 'danger',
        text: asOf
          ? t('attention.stale', { title, age: <Timestamp at={asOf} /> })
          : t('attention.unreachable', { title }),
        reason: <Problems problems={problems} />,
      };
    }
    case 'velero': {
      const { title, velero, problems } = item.cluster;
      return {
        tone: 'danger',
        text: t(
          velero === 'forbidden'
            ? 'attention.veleroForbidden'
            : 'attention.veleroNotInstalled',
          { title },
        ),
        reason: <Problems problems={problems} />,
      };
    }
    case 'workspacesWithoutBackup':
      return {
        tone: 'danger',
        text: (
          <PageLink
            href={links.workspaces({ sort: 'backupCount', order: 'asc' })}
          >
            {t('attention.withoutBackup', { count: item.count })}
          </PageLink>
        ),
        reason: t('attention.withoutBackupReason'),
      };
    case 'queue': {
      const { cluster, title, veleroNamespace } = item.cluster;
      const { waiting, since } = item.queue;
      return {
        tone: 'danger',
        text: (
          <PageLink href={links.backups({ cluster, phase: 'Queued' })}>
            {t('attention.queue', { count: waiting, title })}
          </PageLink>
        ),
        reason: t('attention.queueReason', {
          age: <Timestamp at={since} show="dateTime" />,
          command: (
            <code translate="no">
              {`kubectl -n ${veleroNamespace} rollout restart deployment/velero`}
            </code>
          ),
        }),
      };
    }
    case 'storage': {
      const { name, cluster, message } = item.location;
      return {
        tone: 'danger',
        text: (
          <PageLink href={links.storageLocation({ cluster, name })}>
            {t('attention.storage', { name, cluster })}
          </PageLink>
        ),
        reason: message,
      };
    }
    default: {
      const { name, cluster, condition, reason } = item.schedule;
      return {
        tone: condition === 'paused' ? 'warning' : 'danger',
        text: (
          <PageLink href={links.schedule({ cluster, name })}>
            {t('attention.schedule', {
              name,
              cluster,
              condition: t(`schedule.condition.${condition}`),
            })}
          </PageLink>
        ),
        reason: reason && (
          <ReasonItem reason={reason}>{say(reason, cluster)}</ReasonItem>
        ),
      };
    }
  }
}

function Problems(props: { problems: Problem[] }): ReactNode {
  const say = useProblemText();
  return props.problems
    .map(say)
    .map(problem => <div key={problem.message}>{inFull(problem)}</div>);
}
