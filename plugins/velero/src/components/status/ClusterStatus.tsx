import {
  RemixiconComponentType,
  RiCloudOffLine,
  RiLoader4Line,
  RiTimeLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterState,
  ClusterStatus,
} from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Status, Tone } from './Status';

const STATES: Record<
  ClusterState,
  { tone: Tone; icon?: RemixiconComponentType }
> = {
  live: { tone: 'success' },
  connecting: { tone: 'info', icon: RiLoader4Line },
  stale: { tone: 'warning', icon: RiTimeLine },
  unreachable: { tone: 'danger', icon: RiCloudOffLine },
};

/** Whether a cluster answers. */
export function ClusterStateStatus(props: { state: ClusterState }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Status {...STATES[props.state]}>
      {t(`cluster.state.${props.state}`)}
    </Status>
  );
}

const PRESENCE_TONES = {
  installed: 'neutral',
  notInstalled: 'danger',
  forbidden: 'danger',
  unknown: 'neutral',
} as const;

/** Whether Velero is there, and which. */
export function VeleroPresenceStatus(props: {
  cluster: Pick<ClusterStatus, 'velero' | 'veleroVersion'>;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { velero, veleroVersion } = props.cluster;
  return (
    <Status tone={PRESENCE_TONES[velero]}>
      {velero === 'installed' && veleroVersion
        ? t('cluster.velero.version', { version: veleroVersion })
        : t(`cluster.velero.${velero}`)}
    </Status>
  );
}
