import { ReactNode } from 'react';
import styles from './Filters.module.css';

/** The row above a list: a SearchBox and Choices, one below the other on a phone. */
export function Filters(props: { children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <div role="search" className={styles.bar}>
        {props.children}
      </div>
    </div>
  );
}
