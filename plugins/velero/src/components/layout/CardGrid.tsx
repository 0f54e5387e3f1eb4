import { Children, CSSProperties, ReactNode } from 'react';
import styles from './layout.module.css';

/** Cards of equal width as a list, as many beside each other as fit. */
export function CardGrid(props: {
  /** The least width of a column, as CSS writes it. */
  column: string;
  children: ReactNode;
}) {
  const style = { '--velero-column': props.column } as CSSProperties;
  return (
    <ul className={styles.grid} style={style}>
      {Children.toArray(props.children).map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </ul>
  );
}
