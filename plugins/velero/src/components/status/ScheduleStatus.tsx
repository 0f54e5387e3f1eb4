import { RiPauseCircleLine, RiTimeLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScheduleCondition } from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Status, StatusProps } from './Status';

const LOOKS: Record<ScheduleCondition, Omit<StatusProps, 'children'>> = {
  ok: { tone: 'success' },
  new: { tone: 'info', icon: RiTimeLine },
  paused: { tone: 'warning', icon: RiPauseCircleLine },
  invalid: { tone: 'danger' },
  missed: { tone: 'danger' },
  stalled: { tone: 'danger' },
};

/** Whether a schedule does what it should. */
export function ScheduleConditionStatus(props: {
  condition: ScheduleCondition;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Status {...LOOKS[props.condition]}>
      {t(`schedule.condition.${props.condition}`)}
    </Status>
  );
}
