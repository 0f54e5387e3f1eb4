import { ReactNode } from 'react';
import styles from './layout.module.css';

/** @see FactList */
export interface Fact {
  label: string;
  value: ReactNode;
}

/** Terms with their values, in as many columns as fit. */
export function FactList(props: { facts: Fact[] }) {
  return (
    <dl className={styles.facts}>
      {props.facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
