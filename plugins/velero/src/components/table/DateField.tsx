import styles from './DateField.module.css';

/** A day, by the browser's own picker: the library's text field has none. */
export function DateField(props: {
  label: string;
  /** ISO 8601, or empty. */
  value: string;
  onChange(value: string): void;
  className?: string;
}) {
  return (
    <label className={`${styles.date} ${props.className}`}>
      <span>{props.label}</span>
      <input
        type="date"
        value={props.value.slice(0, 10)}
        onChange={event => props.onChange(event.target.value)}
      />
    </label>
  );
}
