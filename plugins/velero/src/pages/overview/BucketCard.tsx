import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BucketStatus } from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../components/layout';
import { Status } from '../../components/status';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { PlaceCard } from './PlaceCard';
import { ProblemNote } from './ProblemNote';

const TONES = {
  live: 'success',
  connecting: 'info',
  stale: 'warning',
  unreachable: 'danger',
} as const;

/** One bucket that the portal reads by itself: whether it can, and what only the bucket knows. */
export function BucketCard(props: { bucket: BucketStatus }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { cluster, title, bucket, prefix, state, asOf } = props.bucket;
  const { problems, counts } = props.bucket;
  const onlyHere = t('bucket.onlyHere', { count: counts.onlyHere });

  return (
    <PlaceCard name={title} kind={t('bucket.kind')}>
      <Status tone={TONES[state]}>{t(`bucket.state.${state}`)}</Status>
      {asOf && state !== 'live' && (
        <Text color="secondary">
          {t('cluster.asOf', { age: <Timestamp at={asOf} show="both" /> })}
        </Text>
      )}
      <Text color="secondary">
        {t('bucket.readOnly', {
          place: prefix ? `${bucket}/${prefix}` : bucket,
        })}
      </Text>
      {problems.map(problem => (
        <ProblemNote key={problem.message} tone="warning" problem={problem} />
      ))}
      <Text as="p">
        {t('cluster.backups', { count: counts.backups })}
        {' · '}
        {counts.onlyHere > 0 ? (
          <PageLink href={links.backups({ cluster })}>{onlyHere}</PageLink>
        ) : (
          onlyHere
        )}
        {counts.lostNamespaces > 0 && (
          <>
            {' · '}
            <PageLink href={links.workspaces({ cluster })}>
              {t('bucket.lost', { count: counts.lostNamespaces })}
            </PageLink>
          </>
        )}
      </Text>
    </PlaceCard>
  );
}
