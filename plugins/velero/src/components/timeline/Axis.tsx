import { useFormats } from '../../time';
import styles from './PointTimeline.module.css';

const TICKS = [1, 0.5, 0];

/** How long ago the left end, the middle and the right end are. */
export function Axis(props: { length: number }) {
  const formats = useFormats();
  return (
    <ul aria-hidden className={styles.axis}>
      {TICKS.map(part => (
        <li key={part}>{formats.age(-props.length * part)}</li>
      ))}
    </ul>
  );
}
