import { ReactNode } from 'react';
import styles from './DividedList.module.css';

/** Things of a few lines each below one another, with a rule between them. */
export function DividedList(props: { label?: string; children: ReactNode }) {
  return (
    <ul className={styles.list} aria-label={props.label}>
      {props.children}
    </ul>
  );
}
