import { groupResource } from '@appgear/backstage-plugin-velero-common';
import { KubeClient, KubeError } from '../clusters';
import { readList, WorkShare } from '../fleet';
import { ClusterCollector } from './ClusterCollector';
import { discoverTypes } from './discoverTypes';
import { isComputed, isReadWhole, isWorthReading } from './kindsToRead';
import { LiveCluster, LiveType, ReadingCost } from './LiveNamespace';

/** Which objects to read. */
export interface ClusterReading {
  client: KubeClient;
  namespaces: Iterable<string>;
  pageSize: number;
  share: WorkShare;
  signal: AbortSignal;
}

const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

/** Kinds read at the same time. */
const AT_ONCE = 2;

/**
 * Reads what lives in namespaces: one list per kind, of metadata alone where
 * that is enough, out of the API server's cache. A kind that the identity may
 * not list is named, not passed over in silence.
 *
 * @throws as `KubeClient.json`, when the cluster itself does not answer
 */
export async function readCluster(
  reading: ClusterReading,
): Promise<LiveCluster> {
  const started = Date.now();
  const cost: ReadingCost = { requests: 0, bytes: 0, milliseconds: 0 };
  const { client, namespaces, signal } = reading;
  const { types, failed } = await discoverTypes(client, cost, signal);
  const collector = new ClusterCollector(namespaces);
  const silent = new Set(failed.map(version => version.split('/')[0]));
  const unreadable = [...silent]
    .filter(group => !isComputed(group))
    .map(group => `*.${group}`);
  const queue = types.filter(isWorthReading);
  const work = async () => {
    for (let type = queue.shift(); type; type = queue.shift()) {
      if (!(await readKind(type, collector, cost, reading))) {
        unreadable.push(groupResource(type));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  cost.milliseconds = Date.now() - started;
  return {
    namespaces: collector.finish(),
    types,
    unreadable: unreadable.sort(),
    cost,
  };
}

/** @returns false when the kind cannot be read, for whatever reason of its own */
async function readKind(
  type: LiveType,
  collector: ClusterCollector,
  cost: ReadingCost,
  { client, pageSize, share, signal }: ClusterReading,
): Promise<boolean> {
  const { group, version, plural } = type;
  const root = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  cost.requests += 1;
  try {
    await readList({
      client,
      path: `${root}/${plural}`,
      accept: isReadWhole(type) ? undefined : METADATA_ONLY,
      resourceVersion: '0',
      pageSize,
      signal,
      share,
      onObject: object => collector.add(object, type),
      onBytes: bytes => {
        cost.bytes += bytes;
      },
    });
    return true;
  } catch (error) {
    if (error instanceof KubeError && ![401, 429].includes(error.status)) {
      return false;
    }
    throw error;
  }
}
