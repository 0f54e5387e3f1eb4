export { ScheduleBoard } from './ScheduleBoard';
export type { ScheduleView } from './ScheduleBoard';
