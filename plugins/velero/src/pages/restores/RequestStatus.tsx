import {
  RemixiconComponentType,
  RiDeleteBinLine,
  RiForbid2Line,
  RiHourglass2Line,
  RiLoader4Line,
  RiTimeLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreRequestState } from '@appgear/backstage-plugin-velero-common';
import { Status, Tone } from '../../components/status';
import { veleroTranslationRef } from '../../translation';

const LOOKS: Record<
  RestoreRequestState,
  { tone: Tone; icon?: RemixiconComponentType }
> = {
  pending: { tone: 'info', icon: RiHourglass2Line },
  approved: { tone: 'info', icon: RiTimeLine },
  executing: { tone: 'info', icon: RiLoader4Line },
  succeeded: { tone: 'success' },
  partiallyFailed: { tone: 'warning' },
  failed: { tone: 'danger' },
  rejected: { tone: 'neutral', icon: RiForbid2Line },
  cancelled: { tone: 'neutral', icon: RiDeleteBinLine },
  expired: { tone: 'neutral', icon: RiTimeLine },
  invalidated: { tone: 'warning' },
};

/** Where a request stands, in words. */
export function RequestStatus(props: {
  state: RestoreRequestState;
  /** It succeeded, and everything is as it was. */
  changedNothing?: boolean;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  if (props.state === 'succeeded' && props.changedNothing) {
    return <Status tone="warning">{t('request.state.nothingChanged')}</Status>;
  }
  return (
    <Status {...LOOKS[props.state]}>{t(`request.state.${props.state}`)}</Status>
  );
}
