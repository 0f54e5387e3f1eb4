import { createHash } from 'crypto';

const LONGEST = 63;
const HASH_LENGTH = 6;

/**
 * A value that fits in a label: what is too long is cut and ends in a part of
 * its own hash (pkg/label/label.go, GetValidName). That is why a name is read
 * from spec fields, not from labels.
 */
export function labelValue(value: string): string {
  if (value.length <= LONGEST) {
    return value;
  }
  const hash = createHash('sha256').update(value).digest('hex');
  return value.slice(0, LONGEST - HASH_LENGTH) + hash.slice(0, HASH_LENGTH);
}
