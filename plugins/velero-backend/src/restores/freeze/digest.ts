import { createHash } from 'node:crypto';
import stableStringify from 'fast-json-stable-stringify';

/**
 * One text for one value: keys sorted, no spaces, `undefined` left out. Two
 * replicas, two databases and two years write the same bytes.
 */
export function canonicalJson(value: unknown): string {
  return stableStringify(value);
}

/** SHA-256 over the canonical JSON, in lowercase hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
