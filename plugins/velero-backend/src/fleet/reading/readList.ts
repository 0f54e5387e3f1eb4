import { KubeClient } from '../../clusters';
import { ListSplitter } from './ListSplitter';
import { WorkShare } from './WorkShare';

/** How to read one list. */
export interface ListOptions {
  client: KubeClient;
  path: string;
  /**
   * `0` takes what the API server has at hand, which spares etcd; absent asks
   * for the newest.
   */
  resourceVersion?: string;
  /** Absent: all in one answer. */
  pageSize?: number;
  /** Such as metadata alone; whole objects by default. */
  accept?: string;
  signal: AbortSignal;
  share: WorkShare;
  /** Whose turn it is first; see `WorkShare`. */
  rank?: number;
  onObject(object: unknown): void;
  /** @param bytes - how many, unpacked */
  onBytes(bytes: number): void;
}

/**
 * Reads a whole list, page by page and object by object. With
 * `resourceVersion=0` most API servers ignore the page size, which costs
 * nothing here: no answer is ever held whole.
 *
 * @returns the resource version to watch from
 * @throws KubeError, among them 410 when the pages' token expired in between
 */
export async function readList(options: ListOptions): Promise<string> {
  let token: string | undefined;
  let version: string | undefined;
  do {
    const page = await readPage(options, token);
    version = page.resourceVersion;
    token = page.continue || undefined;
  } while (token);
  if (!version) {
    throw new Error('the list has no resource version');
  }
  return version;
}

async function readPage(options: ListOptions, token: string | undefined) {
  const { client, path, resourceVersion, pageSize, signal, share } = options;
  const body = await client.open({
    path,
    accept: options.accept,
    signal,
    query: {
      limit: pageSize,
      continue: token,
      // A token carries the version of its first page.
      resourceVersion: token ? undefined : resourceVersion,
    },
  });
  const splitter = new ListSplitter();
  for await (const chunk of body) {
    options.onBytes(chunk.length);
    await share.run(
      () =>
        splitter
          .push(chunk)
          .forEach(item => options.onObject(JSON.parse(item))),
      options.rank,
    );
  }
  return splitter.end().metadata ?? {};
}
