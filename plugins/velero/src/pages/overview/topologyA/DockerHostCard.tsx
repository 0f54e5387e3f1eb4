import { Text } from '@backstage/ui';
import { RiTimeLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TopologyAHost } from '@appgear/backstage-plugin-velero-common';
import { Status } from '../../../components/status';
import { Timestamp } from '../../../time';
import { veleroTranslationRef } from '../../../translation';
import { PlaceCard } from '../PlaceCard';
import { ProblemNote } from '../ProblemNote';
import { DockerBackups } from './DockerBackups';

/** One Docker host: how its last run ended, and its newest backups. Never in the colour of what is safe. */
export function DockerHostCard(props: { host: TopologyAHost }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { name, readAt, problem, lastRun, isStale, backups, total } =
    props.host;
  return (
    <PlaceCard name={name} kind={t('topologyA.badge')}>
      {problem && <ProblemNote tone="danger" problem={problem} />}
      {!problem && !readAt && (
        <Status tone="info" icon={RiTimeLine}>
          {t('topologyA.notRead')}
        </Status>
      )}
      {lastRun?.result === 'failed' && (
        <Status tone="danger">
          {t('topologyA.failed', {
            age: <Timestamp at={lastRun.finishedAt} />,
          })}
        </Status>
      )}
      {isStale && (
        <Status tone="warning">
          {t(total > 0 ? 'topologyA.stale' : 'topologyA.none')}
        </Status>
      )}
      <DockerBackups host={name} backups={backups} />
      {total > backups.length && (
        <Text as="p" variant="body-small" color="secondary">
          {t('topologyA.total', { count: total })}
        </Text>
      )}
      {readAt && (
        <Text as="p" variant="body-small" color="secondary">
          {t('topologyA.readAt', { age: <Timestamp at={readAt} /> })}
        </Text>
      )}
    </PlaceCard>
  );
}
