import { createHash } from 'node:crypto';

/** The catalog's limit. */
const MAX_LENGTH = 63;

/**
 * A valid entity name for each workspace id: the id itself, where it is one.
 * Others are mended and told apart by a digest of the id, so that the name of
 * one workspace never depends on which others there are of other spelling.
 */
export function entityNames(ids: string[]): Map<string, string> {
  const spellings = new Map<string, number>();
  for (const id of ids) {
    const key = id.toLowerCase();
    spellings.set(key, (spellings.get(key) ?? 0) + 1);
  }
  return new Map(
    ids.map(id => {
      // The catalog takes no notice of case.
      const alone =
        spellings.get(id.toLowerCase()) === 1 || id === id.toLowerCase();
      return [id, isValid(id) && alone ? id : mend(id)];
    }),
  );
}

function isValid(name: string): boolean {
  return (
    name.length <= MAX_LENGTH && /^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/.test(name)
  );
}

function mend(id: string): string {
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 8);
  const readable = id
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, MAX_LENGTH - digest.length - 1)
    .replace(/-$/, '');
  return readable ? `${readable}-${digest}` : `workspace-${digest}`;
}
