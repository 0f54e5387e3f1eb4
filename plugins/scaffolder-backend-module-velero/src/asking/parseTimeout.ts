import { parseGoDuration } from '@appgear/backstage-plugin-velero-common';
import { InputError } from '@backstage/errors';

const MOST = '24h';

/** Milliseconds. @throws InputError when it is no duration, or longer than a day */
export function parseTimeout(text: string): number {
  const timeout = read(text);
  if (!(timeout > 0) || timeout > parseGoDuration(MOST)) {
    throw new InputError(
      `timeout: "${text}" is not a duration up to ${MOST}, such as 30m or 1h30m`,
    );
  }
  return timeout;
}

function read(text: string): number {
  try {
    return parseGoDuration(text);
  } catch {
    return Number.NaN;
  }
}
