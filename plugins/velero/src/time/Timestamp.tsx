import { useNow } from './now';
import { useFormats } from './useFormats';

/** @see Timestamp */
export interface TimestampProps {
  /** ISO 8601. */
  at: string;
  /** Its age, the date and time, or both; the age by default. */
  show?: 'age' | 'dateTime' | 'both';
}

/**
 * A moment: its age, which ticks, or its date in the reader's zone. The exact
 * time and UTC are at hand as its title, and for machines.
 */
export function Timestamp(props: TimestampProps) {
  const { at, show = 'age' } = props;
  const formats = useFormats();
  const now = useNow();

  const time = new Date(at);
  if (Number.isNaN(time.getTime())) {
    return <>{at}</>;
  }
  const age = formats.age(time.getTime() - now);
  const text = {
    age,
    dateTime: formats.dateTime(time),
    both: `${formats.dateTime(time)} (${age})`,
  }[show];
  const utc = time.toISOString();
  return (
    <time dateTime={utc} title={`${formats.exact(time)} · ${utc}`}>
      {text}
    </time>
  );
}
