import { CSSProperties, useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  POINT_GRADES,
  PointGrade,
} from '@appgear/backstage-plugin-velero-common';
import { useFormats, useNow } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { GradeStatus } from '../status';
import { Axis } from './Axis';
import { PointCaption } from './PointCaption';
import { PointMark } from './PointMark';
import { spanOf } from './span';
import styles from './PointTimeline.module.css';

/** What the picture needs of a recovery point. */
export interface TimelinePoint {
  id: string;
  cluster: string;
  backup: string;
  /** ISO 8601. */
  takenAt: string;
  /** Absent: it is no point to go back to. */
  grade?: PointGrade;
}

/** @see PointTimeline */
export interface PointTimelineProps<P extends TimelinePoint> {
  /** Names the picture. */
  label: string;
  /** In any order. */
  points: P[];
  /** The id of the point that is chosen. */
  selected?: string;
  onSelect(point: P): void;
  /** Points that may be looked at here, but not be chosen. */
  isDisabled?(point: P): boolean;
  /** How old the newest proven point may be: the time that is in order is shaded. */
  targetSeconds?: number;
}

const LANES: (PointGrade | undefined)[] = [...POINT_GRADES, undefined];

/**
 * Recovery points in time, the better ones higher, to choose one. The verdict
 * is told by the height, the shape and words, never by the colour alone.
 * Underneath it is a group of radio buttons: one stop of the Tab key, and
 * the arrow keys go from point to point in time.
 */
export function PointTimeline<P extends TimelinePoint>(
  props: PointTimelineProps<P>,
) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const formats = useFormats();
  const now = useNow();
  const group = useId();
  const { label, selected, onSelect, isDisabled, targetSeconds } = props;

  const points = [...props.points].sort(
    (a, b) => Date.parse(a.takenAt) - Date.parse(b.takenAt),
  );
  const span = spanOf(
    points.map(({ takenAt }) => takenAt),
    now,
  );
  const lanes = LANES.filter(lane =>
    points.some(({ grade }) => grade === lane),
  );
  const chosen = points.find(({ id }) => id === selected);
  const target = (targetSeconds ?? 0) * 1000;

  return (
    <fieldset className={styles.frame}>
      <legend className={styles.hidden}>{label}</legend>
      <div className={styles.picture}>
        {lanes.map(lane => (
          <div key={lane ?? 'none'} className={styles.lane}>
            <GradeStatus grade={lane} />
          </div>
        ))}
        <div className={styles.plot}>
          {target > 0 && (
            <div
              className={styles.target}
              style={
                {
                  '--width': Math.min(1, target / span.length),
                } as CSSProperties
              }
            />
          )}
          {points.map(point => (
            <PointMark
              key={point.id}
              group={group}
              point={point}
              place={span.place(point.takenAt)}
              lane={lanes.indexOf(point.grade)}
              isSelected={point === chosen}
              isDisabled={isDisabled?.(point)}
              onSelect={() => onSelect(point)}
            />
          ))}
        </div>
      </div>
      <Axis length={span.length} />
      {target > 0 && (
        <p className={styles.note}>
          <span aria-hidden className={styles.swatch} />
          {t('timeline.target', { target: formats.duration(target) })}
        </p>
      )}
      {chosen && <PointCaption point={chosen} />}
    </fieldset>
  );
}
