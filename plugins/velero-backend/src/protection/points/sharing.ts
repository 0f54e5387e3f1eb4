/**
 * Returns what gives equal plain values one object: 2,000 points of a storage
 * have three of them each, and few that differ.
 */
export function sharing(): <T>(value: T) => T {
  const kept = new Map<string, unknown>();
  return <T>(value: T) => {
    const key = JSON.stringify(value);
    const known = kept.get(key);
    if (known === undefined) {
      kept.set(key, value);
    }
    return (known ?? value) as T;
  };
}
