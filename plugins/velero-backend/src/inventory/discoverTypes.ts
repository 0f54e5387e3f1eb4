import { groupResource } from '@appgear/backstage-plugin-velero-common';
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

interface ApiVersion {
  groupVersion?: string;
}

interface ApiGroup {
  preferredVersion?: ApiVersion;
  versions?: ApiVersion[];
}

/** What a cluster serves. */
export interface DiscoveredTypes {
  /** Kinds that Velero backs up, each once, in its group's preferred version if that has it. */
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
  const { groups = [] } = await read<{ groups?: ApiGroup[] }>('/apis');
  const types = await readTypes(read('/api/v1'), 'v1');
  const known = new Set(types.map(groupResource));
  const failed: string[] = [];
  for (const version of groups.flatMap(versionsOf)) {
    try {
      const served = await readTypes(read(`/apis/${version}`), version);
      types.push(...served.filter(type => !known.has(groupResource(type))));
      served.forEach(type => known.add(groupResource(type)));
    } catch {
      signal.throwIfAborted();
      failed.push(version);
    }
  }
  return { types, failed };
}

/**
 * The preferred one first. The others may have kinds of their own, such as the
 * Gateway API's ReferenceGrant, and Velero takes these as well (client-go,
 * ServerPreferredResources).
 */
function versionsOf({ preferredVersion, versions = [] }: ApiGroup): string[] {
  const names = [preferredVersion, ...versions].flatMap(
    version => version?.groupVersion ?? [],
  );
  return [...new Set(names)];
}

async function readTypes(
  answer: Promise<{ resources?: ApiResource[] }>,
  groupVersion: string,
): Promise<LiveType[]> {
  const [version, group = ''] = groupVersion.split('/').reverse();
  const { resources } = await answer;
  return (Array.isArray(resources) ? resources : [])
    .filter(isBackedUp)
    .map(({ name, kind, namespaced, shortNames }) => ({
      group,
      version,
      kind: String(kind),
      plural: String(name),
      namespaced: namespaced === true,
      ...(Array.isArray(shortNames) && { shortNames: shortNames.map(String) }),
    }));
}

/** Of kinds that cannot be made again Velero takes no backup (pkg/discovery/helper.go, filterByVerbs). */
const BACKED_UP = ['list', 'create', 'get', 'delete'];

function isBackedUp({ name, kind, verbs }: ApiResource): boolean {
  return (
    typeof name === 'string' &&
    typeof kind === 'string' &&
    /^[a-z0-9.-]+$/.test(name) &&
    Array.isArray(verbs) &&
    BACKED_UP.every(verb => verbs.includes(verb))
  );
}
