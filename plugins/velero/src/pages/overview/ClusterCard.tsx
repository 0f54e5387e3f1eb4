import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterStatus } from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../components/layout';
import {
  ClusterStateStatus,
  VeleroPresenceStatus,
} from '../../components/status';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { PlaceCard } from './PlaceCard';
import { ProblemNote } from './ProblemNote';

/** One cluster: whether it answers, since when not, and what it holds. */
export function ClusterCard(props: { cluster: ClusterStatus }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { cluster, title, role, state, asOf, kubernetesVersion, counts } =
    props.cluster;

  return (
    <PlaceCard name={title} kind={t(`cluster.role.${role}`)}>
      <ClusterStateStatus state={state} />
      {asOf && state !== 'live' && (
        <Text color="secondary">
          {t('cluster.asOf', { age: <Timestamp at={asOf} show="both" /> })}
        </Text>
      )}
      <VeleroPresenceStatus cluster={props.cluster} />
      {kubernetesVersion && (
        <Text color="secondary">
          {t('cluster.kubernetes', { version: kubernetesVersion })}
        </Text>
      )}
      {props.cluster.problems.map(problem => (
        <ProblemNote key={problem.message} tone="warning" problem={problem} />
      ))}
      <Text as="p">
        <PageLink href={links.workspaces({ cluster })}>
          {t('cluster.workspaces', { count: counts.workspaces })}
        </PageLink>
        {' · '}
        <PageLink href={links.backups({ cluster })}>
          {t('cluster.backups', { count: counts.backups })}
        </PageLink>
        {' · '}
        <PageLink href={links.schedules({ cluster })}>
          {t('cluster.schedules', { count: counts.schedules })}
        </PageLink>
      </Text>
    </PlaceCard>
  );
}
