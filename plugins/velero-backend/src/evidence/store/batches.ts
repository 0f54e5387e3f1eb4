/** SQLite takes about a thousand values in one statement. */
const SIZE = 100;

/** Items in parts that fit into one statement. */
export function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += SIZE) {
    yield items.slice(at, at + SIZE);
  }
}
