import type { VeleroCluster } from '../velero/VeleroCluster';
import type { Thing } from './things';

interface Marks {
  labels: Record<string, string>;
  annotations?: Record<string, string>;
}

/** Makes namespaces with things in them. */
export class NamespaceMaker {
  readonly #cluster: VeleroCluster;
  readonly #made = new Map<string, any>();

  constructor(cluster: VeleroCluster) {
    this.#cluster = cluster;
  }

  async make(
    name: string,
    things: readonly Thing[],
    { labels, annotations }: Marks,
  ): Promise<void> {
    // One that an earlier suite made may still be going.
    await this.#cluster.gone(`/api/v1/namespaces/${name}`);
    await this.#cluster.namespace(name, labels, annotations);
    await this.add(name, things);
    await this.#bound(name, things);
  }

  async add(namespace: string, things: readonly Thing[]): Promise<void> {
    // Owners first.
    for (const thing of things) {
      await this.#create(namespace, thing);
    }
  }

  async remove(namespace: string, things: readonly Thing[]): Promise<void> {
    for (const thing of things) {
      await this.#cluster.wire.delete(pathOf(namespace, thing, thing.name));
    }
  }

  /** Deletes a namespace of which one thing waits for somebody who never comes. */
  async stickInDeletion(namespace: string, thing: Thing): Promise<void> {
    const path = pathOf(namespace, thing, thing.name);
    await this.#cluster.wire.mergePatch(path, {
      metadata: { finalizers: ['contract.example/held'] },
    });
    await this.#cluster.wire.delete(`/api/v1/namespaces/${namespace}`);
    await this.#cluster.until(
      path,
      'to be going',
      ({ metadata }) => metadata.deletionTimestamp,
    );
    this.#cluster.beforeCleanUp(() =>
      this.#cluster.wire.mergePatch(path, { metadata: { finalizers: null } }),
    );
  }

  async #create(namespace: string, thing: Thing): Promise<void> {
    const { api, kind, name, labels, annotations, body, status, owner } = thing;
    const filled = fill(body ?? {}, namespace);
    const made = await this.#cluster.create(pathOf(namespace, thing), {
      apiVersion: api.replace(/^\/apis?\//, ''),
      kind,
      metadata: {
        name: fill(name, namespace),
        labels,
        annotations,
        ownerReferences: owner && [this.#ownerOf(namespace, owner)],
      },
      ...filled,
    });
    this.#made.set(keyOf(namespace, thing), made);
    if (made.spec?.nodeName) {
      this.#cluster.takeAwayAtOnce(
        pathOf(namespace, thing, made.metadata.name),
      );
    }
    if (status) {
      await this.#cluster.patchStatus(
        pathOf(namespace, thing, made.metadata.name),
        status,
      );
    }
  }

  #ownerOf(namespace: string, owner: Thing) {
    const { apiVersion, kind, metadata } = this.#made.get(
      keyOf(namespace, owner),
    );
    const { name, uid } = metadata;
    return { apiVersion, kind, name, uid, controller: true };
  }

  /** Claims that name a volume are bound by the cluster's own controller. */
  async #bound(namespace: string, things: readonly Thing[]): Promise<void> {
    const claims = things.filter(
      ({ plural, body }) =>
        plural === 'persistentvolumeclaims' && (body as any).spec.volumeName,
    );
    for (const thing of claims) {
      await this.#cluster.until(
        pathOf(namespace, thing, thing.name),
        'to be bound',
        ({ status }) => status?.phase === 'Bound',
      );
    }
  }
}

function pathOf(
  namespace: string,
  { api, plural, clusterWide }: Thing,
  name?: string,
): string {
  const folder = clusterWide ? api : `${api}/namespaces/${namespace}`;
  return [folder, plural, ...(name ? [name] : [])].join('/');
}

function keyOf(namespace: string, { kind, name }: Thing): string {
  return `${namespace}/${kind}/${name}`;
}

function fill<T>(value: T, namespace: string): T {
  return JSON.parse(
    JSON.stringify(value).replaceAll('{namespace}', namespace),
  ) as T;
}
