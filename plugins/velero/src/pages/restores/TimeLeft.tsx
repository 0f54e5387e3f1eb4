import { RiTimeLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreRequestSummary } from '@appgear/backstage-plugin-velero-common';
import { Status } from '../../components/status';
import { useFormats, useNow } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { deadlineOf } from './deadline';

/** From here on, waiting is a decision. */
const SOON_MS = 60 * 60_000;

const KEYS = {
  approve: 'request.leftToApprove',
  execute: 'request.leftToExecute',
} as const;

/** How long a request has still, ticking; nothing when no clock runs. */
export function TimeLeft(props: {
  request: RestoreRequestSummary;
  /** Also says what has to be done by then. */
  isLong?: boolean;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const formats = useFormats();
  const now = useNow();
  const deadline = deadlineOf(props.request);
  if (!deadline) {
    return undefined;
  }
  const end = new Date(deadline.at);
  const left = end.getTime() - now;
  const time = formats.duration(left);
  const key = props.isLong ? KEYS[deadline.to] : 'request.left';
  return (
    <Status tone={left < SOON_MS ? 'danger' : 'info'} icon={RiTimeLine}>
      <time dateTime={deadline.at} title={formats.exact(end)}>
        {left > 0 ? t(key, { time }) : t('request.overdue')}
      </time>
    </Status>
  );
}
