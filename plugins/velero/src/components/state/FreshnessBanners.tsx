import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterFreshness } from '@appgear/backstage-plugin-velero-common';
import { Timestamp } from '../../time';
import { Say, veleroTranslationRef } from '../../translation';
import { Bullets } from './Bullets';
import styles from './FreshnessBanners.module.css';

/** More than this many would push the content off the screen. */
const MOST_BANNERS = 3;

/**
 * Says of each cluster whose view is not the present how old it is, above the
 * rows that stay.
 */
export function FreshnessBanners(props: { freshness: ClusterFreshness[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const notLive = props.freshness.filter(({ state }) => state !== 'live');
  const own = notLive.length > MOST_BANNERS ? [] : notLive;
  const joint = notLive.length > MOST_BANNERS ? notLive : [];

  return (
    <div role="status" className={styles.banners}>
      {own.map(cluster => (
        <Alert
          key={cluster.cluster}
          status={cluster.state === 'connecting' ? 'info' : 'warning'}
          icon
          title={sentence(cluster, t)}
        />
      ))}
      {joint.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('freshness.many', { count: joint.length })}
          description={
            <Bullets
              items={joint.map(cluster => ({
                key: cluster.cluster,
                text: sentence(cluster, t),
              }))}
            />
          }
        />
      )}
    </div>
  );
}

function sentence({ cluster, state, asOf }: ClusterFreshness, t: Say) {
  if (state === 'connecting') {
    return t('freshness.connecting', { cluster });
  }
  return asOf
    ? t('freshness.stale', { cluster, age: <Timestamp at={asOf} /> })
    : t('freshness.unreachable', { cluster });
}
