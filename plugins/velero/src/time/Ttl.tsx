import { parseGoDuration } from '@appgear/backstage-plugin-velero-common';
import { useFormats } from './useFormats';

/** How long Velero keeps something: as people say it, and as Velero writes it. */
export function Ttl({ ttl }: { ttl: string }) {
  const formats = useFormats();
  const length = lengthOf(ttl);
  return (
    <>
      {length !== undefined && `${formats.duration(length)} · `}
      <code translate="no">{ttl}</code>
    </>
  );
}

/** Undefined for what Velero itself would not understand. */
function lengthOf(ttl: string): number | undefined {
  try {
    return parseGoDuration(ttl);
  } catch {
    return undefined;
  }
}
