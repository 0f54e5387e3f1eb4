import { stringify } from 'yaml';
import styles from './restores.module.css';

/** A value as YAML, to read and to mark. */
export function YamlText(props: { value: object }) {
  return (
    <pre className={styles.code} translate="no">
      {stringify(props.value)}
    </pre>
  );
}
