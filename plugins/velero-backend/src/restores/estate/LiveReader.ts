import { groupResource } from '@appgear/backstage-plugin-velero-common';
import { KubeClient, KubeError } from '../../clusters';
import { readList, WorkShare } from '../../fleet';
import { discoverTypes } from '../../inventory/discoverTypes';
import { LiveType } from '../../inventory/LiveNamespace';
import { Belonging, LiveTarget } from '../preview';

/** A Namespace object, as far as it is looked at. */
export interface LiveNamespaceObject {
  metadata: {
    name: string;
    uid: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
}

export interface LiveReaderOptions {
  client: KubeClient;
  pageSize: number;
  share: WorkShare;
  belongingOf: (namespace: LiveNamespaceObject) => Belonging;
}

type NamespaceFact = Belonging & { uid: string };

const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';
const AT_ONCE = 4;
/** From so many namespaces on, one list of all is cheaper than one each. */
const MANY_NAMESPACES = 5;
/** No read that was let go of should hang on. */
const NEVER = new AbortController().signal;

/**
 * Reads what lives in some namespaces of a cluster, of some kinds, now. Only
 * metadata travels. A kind that the portal may not list stays unknown.
 */
export class LiveReader {
  constructor(private readonly options: LiveReaderOptions) {}

  async read(
    namespaces: readonly string[],
    apiKinds: ReadonlySet<string>,
  ): Promise<LiveTarget> {
    const [facts, types] = await Promise.all([
      this.#namespaces(namespaces),
      this.#types(),
    ]);
    const existing = [...facts.keys()];
    const wanted = types.filter(
      type =>
        apiKinds.has(apiKindOf(type)) &&
        (!type.namespaced || existing.length > 0),
    );
    const objects = await this.#objects(wanted, existing);
    return {
      types,
      namespace: name => facts.get(name),
      has: (resource, namespace, name) =>
        objects.get(resource)?.has(`${namespace ?? ''}/${name}`),
    };
  }

  async #types(): Promise<LiveType[]> {
    const cost = { requests: 0, bytes: 0, milliseconds: 0 };
    const { types } = await discoverTypes(this.options.client, cost, NEVER);
    return types;
  }

  async #namespaces(
    names: readonly string[],
  ): Promise<Map<string, NamespaceFact>> {
    const facts = new Map<string, NamespaceFact>();
    const queue = names.values();
    await abreast(async () => {
      for (const name of queue) {
        const found = await this.#namespace(name);
        if (found) facts.set(name, found);
      }
    });
    return facts;
  }

  async #namespace(name: string): Promise<NamespaceFact | undefined> {
    try {
      const namespace = await this.options.client.json<LiveNamespaceObject>({
        path: `/api/v1/namespaces/${encodeURIComponent(name)}`,
      });
      return {
        uid: namespace.metadata.uid,
        ...this.options.belongingOf(namespace),
      };
    } catch (error) {
      if (error instanceof KubeError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** By resource, what there is; a kind that cannot be listed is missing. */
  async #objects(
    types: readonly LiveType[],
    namespaces: readonly string[],
  ): Promise<Map<string, Set<string>>> {
    const objects = new Map<string, Set<string>>();
    const queue = types.values();
    await abreast(async () => {
      for (const type of queue) {
        const found = await this.#ofType(type, namespaces);
        if (found) objects.set(groupResource(type), found);
      }
    });
    return objects;
  }

  async #ofType(
    type: LiveType,
    namespaces: readonly string[],
  ): Promise<Set<string> | undefined> {
    const found = new Set<string>();
    try {
      for (const path of pathsOf(type, namespaces)) {
        await this.#list(path, object =>
          found.add(
            `${object.metadata.namespace ?? ''}/${object.metadata.name}`,
          ),
        );
      }
      return found;
    } catch (error) {
      if (error instanceof KubeError && ![401, 429].includes(error.status)) {
        return undefined;
      }
      throw error;
    }
  }

  async #list(
    path: string,
    onObject: (object: {
      metadata: { namespace?: string; name: string };
    }) => void,
  ): Promise<void> {
    const { client, pageSize, share } = this.options;
    await readList({
      client,
      path,
      pageSize,
      share,
      accept: METADATA_ONLY,
      signal: NEVER,
      onBytes: () => {},
      onObject: object => onObject(object as Parameters<typeof onObject>[0]),
    });
  }
}

function apiKindOf({ group, version, kind }: LiveType): string {
  return group === '' ? `${version}/${kind}` : `${group}/${version}/${kind}`;
}

function pathsOf(
  { group, version, plural, namespaced }: LiveType,
  namespaces: readonly string[],
): string[] {
  const root = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  return namespaced && namespaces.length < MANY_NAMESPACES
    ? namespaces.map(
        name => `${root}/namespaces/${encodeURIComponent(name)}/${plural}`,
      )
    : [`${root}/${plural}`];
}

async function abreast(work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
