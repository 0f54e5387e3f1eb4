import { Select } from '@backstage/ui';
import styles from './Filters.module.css';

const ALL = '*';

/** @see Choice */
export interface ChoiceProps<T extends string> {
  label: string;
  options: { id: T; label: string }[];
  /** The words for none of them; without, one has to be chosen. */
  all?: string;
  value: T | undefined;
  onChange(value: T | undefined): void;
}

/** One of some values to narrow a list by, or none. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, options, all, value, onChange } = props;
  return (
    <Select
      className={styles.choice}
      label={label}
      options={
        all === undefined ? options : [{ id: ALL, label: all }, ...options]
      }
      value={value ?? ALL}
      onChange={chosen => onChange(chosen === ALL ? undefined : (chosen as T))}
    />
  );
}
