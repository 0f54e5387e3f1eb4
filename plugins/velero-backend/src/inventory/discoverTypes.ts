import { KubeClient } from '../clusters';
import { LiveType, ReadingCost } from './LiveNamespace';

/** The part of Kubernetes' APIResource that matters here. */
interface ApiResource {
  name?: unknown;
  kind?: unknown;
  namespaced?: unknown;
  verbs?: unknown;
  shortNames?: unknown;
}

interface ApiGroupList {
  groups?: { preferredVersion?: { groupVersion?: string } }[];
}

/** What a cluster serves. */
export interface DiscoveredTypes {
  /** Kinds that can be listed, each once, in its group's preferred version. */
  types: LiveType[];
  /** Groups whose server does not answer, as `metrics.k8s.io/v1beta1`. */
  failed: string[];
}

/**
 * Asks a cluster which kinds it serves. A group that does not answer hides
 * only itself.
 *
 * @throws as `KubeClient.json`, when the cluster itself does not answer
 */
export async function discoverTypes(
  client: KubeClient,
  cost: ReadingCost,
  signal: AbortSignal,
): Promise<DiscoveredTypes> {
  const read = <T>(path: string) => {
    cost.requests += 1;
    return client.json<T>({ path, signal });
  };
  const { groups = [] } = await read<ApiGroupList>('/apis');
  const versions = groups.flatMap(
    ({ preferredVersion }) => preferredVersion?.groupVersion ?? [],
  );
  const types = await readTypes(read('/api/v1'), 'v1');
  const failed: string[] = [];
  for (const version of versions) {
    try {
      types.push(...(await readTypes(read(`/apis/${version}`), version)));
    } catch {
      signal.throwIfAborted();
      failed.push(version);
    }
  }
  return { types, failed };
}

async function readTypes(
  answer: Promise<{ resources?: ApiResource[] }>,
  groupVersion: string,
): Promise<LiveType[]> {
  const [version, group = ''] = groupVersion.split('/').reverse();
  const { resources } = await answer;
  return (Array.isArray(resources) ? resources : [])
    .filter(isListed)
    .map(({ name, kind, namespaced, shortNames }) => ({
      group,
      version,
      kind: String(kind),
      plural: String(name),
      namespaced: namespaced === true,
      ...(Array.isArray(shortNames) && { shortNames: shortNames.map(String) }),
    }));
}

function isListed({ name, kind, verbs }: ApiResource): boolean {
  return (
    typeof name === 'string' &&
    typeof kind === 'string' &&
    /^[a-z0-9.-]+$/.test(name) &&
    Array.isArray(verbs) &&
    verbs.includes('list')
  );
}
