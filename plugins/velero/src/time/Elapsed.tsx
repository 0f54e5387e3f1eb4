import { useNow } from './now';
import { useFormats } from './useFormats';

/** How long ago a moment was, as a length that ticks, such as "3 hours". */
export function Elapsed(props: {
  /** ISO 8601. */
  since: string;
}) {
  const formats = useFormats();
  const now = useNow();
  const time = new Date(props.since);
  if (Number.isNaN(time.getTime())) {
    return <>{props.since}</>;
  }
  const utc = time.toISOString();
  return (
    <time dateTime={utc} title={`${formats.exact(time)} · ${utc}`}>
      {formats.duration(now - time.getTime())}
    </time>
  );
}
