import { Badge, Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterStatus } from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../components/layout';
import {
  ClusterStateStatus,
  Status,
  VeleroPresenceStatus,
} from '../../components/status';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';

/** One cluster: whether it answers, since when not, and what it holds. */
export function ClusterCard(props: { cluster: ClusterStatus }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { cluster, title, role, state, asOf, kubernetesVersion, counts } =
    props.cluster;

  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="start" gap="2">
          <Text as="h3" variant="body-large" weight="bold">
            {title}
          </Text>
          <Badge>{t(`cluster.role.${role}`)}</Badge>
        </Flex>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="2">
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
          {props.cluster.problems.map(({ message, hint }) => (
            <div key={message}>
              <Status tone="warning">{message}</Status>
              {hint && (
                <Text as="p" variant="body-small" color="secondary">
                  {hint}
                </Text>
              )}
            </div>
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
        </Flex>
      </CardBody>
    </Card>
  );
}
