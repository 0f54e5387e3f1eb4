import { ScheduleCondition } from '@appgear/backstage-plugin-velero-common';

/** Those that need a person first. */
export const SCHEDULE_TROUBLE: Record<ScheduleCondition, number> = {
  stalled: 0,
  missed: 1,
  invalid: 2,
  paused: 3,
  new: 4,
  ok: 5,
};
