import { CSSProperties } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { GradeIcon } from '../status';
import type { TimelinePoint } from './PointTimeline';
import styles from './PointMark.module.css';

/** @see PointMark */
export interface PointMarkProps {
  /** Name of the radio group. */
  group: string;
  point: TimelinePoint;
  /** From 0 at the left to 1 at the right. */
  place: number;
  /** From the top, from 0. */
  lane: number;
  isSelected: boolean;
  isDisabled?: boolean;
  onSelect(): void;
}

/** One point in the picture, where its time and its verdict put it. */
export function PointMark(props: PointMarkProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const formats = useFormats();
  const { point, place, lane } = props;
  const { backup, takenAt, grade } = point;
  const name = t('timeline.point', {
    backup,
    time: formats.dateTime(new Date(takenAt)),
    grade: t(`grade.${grade ?? 'none'}`),
  });
  return (
    <label
      className={styles.mark}
      style={{ '--place': place, '--row': lane } as CSSProperties}
      title={name}
    >
      <input
        type="radio"
        name={props.group}
        aria-label={name}
        checked={props.isSelected}
        disabled={props.isDisabled}
        onChange={props.onSelect}
      />
      <span className={styles.face}>
        <GradeIcon grade={grade} />
      </span>
    </label>
  );
}
