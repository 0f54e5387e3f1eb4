import { setTimeout } from 'node:timers/promises';
import type { ResourceType } from '../objects';
import { badRequest, expired, StatusError } from '../status';
import type { MemoryClusterStore } from '../store/clusterStore';
import type { StoredObject } from '../store/record';
import { decodeContinue, encodeContinue } from './continueToken';
import type { ListOptions } from './listOptions';

const FUTURE_WAIT_MS = 3000;

/** What one list answers with. */
export interface Page {
  items: readonly StoredObject[];
  version: number;
  next?: string;
  remaining?: number;
}

/**
 * Selects what a list asks for, as of the version that it asks for.
 *
 * @throws StatusError 400, 410 for a forgotten version, 504 for one that does not come
 */
export async function readPage(
  store: MemoryClusterStore,
  type: ResourceType,
  namespace: string | undefined,
  options: ListOptions,
): Promise<Page> {
  const { version, after, limit } = await position(store, options);
  const records =
    version === undefined
      ? store.collection(type).in(namespace)
      : store.collection(type).at(version, namespace);
  if (!records) {
    throw tooOld(after);
  }
  const at = version ?? store.revision;
  const { matches = () => true } = options;
  const rest = after ? records.filter(({ key }) => key > after) : records;
  const selected = rest.filter(matches);
  const items = selected.slice(0, limit);
  if (items.length === selected.length) {
    return { items, version: at };
  }
  return {
    items,
    version: at,
    next: encodeContinue({ version: at, after: items[items.length - 1].key }),
    // the server would have to read everything to count what selectors leave
    remaining: options.matches ? undefined : selected.length - items.length,
  };
}

/** Which state is asked for, and from where on. */
async function position(
  store: MemoryClusterStore,
  options: ListOptions,
): Promise<{ version?: number; after?: string; limit?: number }> {
  const { resourceVersion, resourceVersionMatch, continueToken, limit } =
    options;
  if (continueToken) {
    if (resourceVersion && resourceVersion !== '0') {
      throw badRequest(
        'specifying resource version is not allowed when using continue',
      );
    }
    const { version, after } = decodeContinue(continueToken);
    return { version: version < 0 ? undefined : version, after, limit };
  }
  if (resourceVersion === '0') {
    // served from the watch cache, which ignores the limit
    return {};
  }
  if (resourceVersion) {
    await waitForVersion(store, Number(resourceVersion));
  }
  const isExact =
    resourceVersionMatch === 'Exact' || (limit && !resourceVersionMatch);
  return resourceVersion && isExact
    ? { version: Number(resourceVersion), limit }
    : { limit };
}

/** @throws StatusError 504 when the version does not come about in time */
async function waitForVersion(
  store: MemoryClusterStore,
  version: number,
): Promise<void> {
  const deadline = Date.now() + FUTURE_WAIT_MS;
  while (store.revision < version) {
    if (Date.now() >= deadline) {
      throw new StatusError(
        504,
        'Timeout',
        `Timeout: Too large resource version: ${version}, current: ${store.revision}`,
        {
          causes: [
            {
              reason: 'ResourceVersionTooLarge',
              message: 'Too large resource version',
              field: '',
            },
          ],
          retryAfterSeconds: 1,
        },
      );
    }
    await setTimeout(50);
  }
}

function tooOld(after: string | undefined): StatusError {
  return after === undefined
    ? expired('The resourceVersion for the provided list is too old.')
    : expired(
        'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
        { continue: encodeContinue({ version: -1, after }) },
      );
}
