import { FormEvent, ReactNode } from 'react';
import styles from './Filters.module.css';

/** The row above a list: a SearchBox and Choices, one below the other on a phone. */
export function Filters(props: {
  /** For filters that are in force once sent, not at once. */
  onSubmit?(event: FormEvent): void;
  children: ReactNode;
}) {
  const Bar = props.onSubmit ? 'form' : 'div';
  return (
    <div className={styles.frame}>
      <Bar role="search" className={styles.bar} onSubmit={props.onSubmit}>
        {props.children}
      </Bar>
    </div>
  );
}
