import { RestoreFiles } from '../execution';

/** Opens one of a Restore's files, unpacked. */
export type OpenRestoreFile = (
  kind: 'RestoreResourceList' | 'RestoreResults',
) => AsyncIterable<Buffer>;

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads what Velero wrote down about a Restore that ended.
 *
 * @throws when a file is missing, too large or not what Velero writes
 */
export async function readRestoreFiles(
  open: OpenRestoreFile,
): Promise<RestoreFiles> {
  const resourceList = await readJson(open('RestoreResourceList'));
  const results = await readJson(open('RestoreResults'));
  return {
    resourceList: stringLists(resourceList),
    results: {
      errors: messages(results.errors),
      warnings: messages(results.warnings),
    },
  };
}

async function readJson(
  source: AsyncIterable<Buffer>,
): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error('the file is too large');
    chunks.push(chunk);
  }
  return asObject(JSON.parse(Buffer.concat(chunks).toString('utf8')));
}

/** Nothing out of a bucket is taken for what it should be. */
function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'string')
    : [];
}

function stringLists(value: Record<string, unknown>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(value).map(([key, items]) => [key, strings(items)]),
  );
}

function messages(value: unknown): RestoreFiles['results']['errors'] {
  const { velero, cluster, namespaces } = asObject(value);
  return {
    velero: strings(velero),
    cluster: strings(cluster),
    namespaces: stringLists(asObject(namespaces)),
  };
}
