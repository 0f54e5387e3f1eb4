import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import styles from './Tally.module.css';

/** How many there are of each kind; kinds without any are left out. */
export function Tally(props: {
  counts: { key: string; count: number; label: ReactNode }[];
  empty: string;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const present = props.counts.filter(({ count }) => count > 0);
  if (present.length === 0) {
    return <>{props.empty}</>;
  }
  return (
    <ul className={styles.tally}>
      {present.map(({ key, count, label }) => (
        <li key={key}>
          {label}
          <strong>{t('number', { value: count })}</strong>
        </li>
      ))}
    </ul>
  );
}
