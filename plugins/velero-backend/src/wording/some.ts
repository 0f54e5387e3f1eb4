/** The first few of many, and how many more there are. */
export function some(
  parts: readonly string[],
  most: number,
  andMore: (count: number) => string,
): string {
  const more = parts.length - most;
  return parts.slice(0, most).join(', ') + (more > 0 ? andMore(more) : '');
}
