export { PointTimeline } from './PointTimeline';
export type { PointTimelineProps, TimelinePoint } from './PointTimeline';
