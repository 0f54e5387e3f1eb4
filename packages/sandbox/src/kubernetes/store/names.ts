/** Deterministic when seeded: a number in [0, 1), as `Math.random`. */
export type Random = () => number;

// No vowels, and no digit that reads as a letter: k8s.io/apimachinery/pkg/util/rand.
const SUFFIX_ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';
const SUFFIX_LENGTH = 5;
const MAX_GENERATED_NAME = 63;

/** What `generateName` becomes: the base and five characters, 63 at most. */
export function generateName(base: string, random: Random): string {
  const suffix = Array.from(
    { length: SUFFIX_LENGTH },
    () => SUFFIX_ALPHABET[Math.floor(random() * SUFFIX_ALPHABET.length)],
  ).join('');
  return base.slice(0, MAX_GENERATED_NAME - SUFFIX_LENGTH) + suffix;
}

/** A version 4 UUID. */
export function newUid(random: Random): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, place => {
    const digit = Math.floor(random() * 16);
    // the variant bits of RFC 4122
    return (place === 'x' ? digit : (digit % 4) + 8).toString(16);
  });
}
