import styles from './DiffView.module.css';

const LOOKS: Record<string, string | undefined> = {
  '+': styles.added,
  '-': styles.removed,
  '@': styles.place,
};

/** It scrolls where it is narrow, so the keyboard has to reach it. */
const SCROLLED = { role: 'region', tabIndex: 0 };

/** A unified diff; its own signs tell what the colours tell. */
export function DiffView(props: { label: string; diff: string }) {
  const lines = props.diff.replace(/\n$/, '').split('\n');
  return (
    <pre
      {...SCROLLED}
      aria-label={props.label}
      translate="no"
      className={styles.diff}
    >
      {lines.map((line, index) => (
        <span key={index} className={lookOf(line)}>
          {line}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

function lookOf(line: string): string | undefined {
  // The names of the files, which begin with the signs of changes too.
  return /^(---|\+\+\+) /.test(line) ? styles.place : LOOKS[line[0]];
}
