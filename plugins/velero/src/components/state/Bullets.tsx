import { ReactNode } from 'react';
import styles from './Bullets.module.css';

/** Sentences under each other, as the description of an alert. */
export function Bullets(props: { items: { key: string; text: ReactNode }[] }) {
  return (
    <ul className={styles.list}>
      {props.items.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}
