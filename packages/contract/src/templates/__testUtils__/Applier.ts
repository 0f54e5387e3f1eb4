import { VeleroCluster } from '../../velero/VeleroCluster';
import { Answer } from '../../wire/wire';
import { Applied, applyAt, ServedKinds } from './ServedKinds';

/** Applies objects as Argo CD does with ServerSideApply: the server merges, and says what does not fit. */
export class Applier {
  readonly #cluster: VeleroCluster;
  readonly #kinds: ServedKinds;
  /** Paths that something else held before, and will hold again. */
  readonly #replaced = new Set<string>();

  constructor(cluster: VeleroCluster) {
    this.#cluster = cluster;
    this.#kinds = new ServedKinds(cluster.wire);
  }

  /** @returns what the server answers: 200 or 201 when it took the object */
  async apply(
    object: Applied,
    options: { dryRun?: boolean } = {},
  ): Promise<Pick<Answer, 'status' | 'body'>> {
    const path = await this.pathOf(object);
    return path
      ? applyAt(this.#cluster.wire, path, object, options)
      : {
          status: 404,
          body: `${object.apiVersion} has no ${object.kind}`,
        };
  }

  /** Applies each, and takes it away again when the suite ends. */
  async applyAll(objects: readonly Applied[]): Promise<void> {
    for (const object of objects) {
      const { status, body } = await this.apply(object);
      if (status !== 200 && status !== 201) {
        throw new Error(
          `${object.kind} ${object.metadata.name}: ${status} ${
            body.message ?? body
          }`,
        );
      }
      const path = (await this.pathOf(object))!;
      // What was there before is not ours to take away.
      if (status === 201 && !this.#replaced.has(path)) {
        this.#cluster.takeAway(path);
      }
    }
  }

  /** Takes an object away, and brings it back when the suite ends. */
  async makeWayAt(path: string): Promise<void> {
    const cluster = this.#cluster;
    const found = await cluster.find(path);
    // An earlier run may have been killed before it brought it back.
    if (!found) return;
    const before = bare(found);
    const remove = async () => {
      await cluster.wire.delete(path);
      await cluster.gone(path);
    };
    this.#replaced.add(path);
    await remove();
    cluster.beforeCleanUp(async () => {
      await remove();
      await this.apply(before);
    });
  }

  /** Undefined for a kind that is not served. */
  pathOf(object: Applied): Promise<string | undefined> {
    return this.#kinds.pathOf(object);
  }
}

/** An object without what the server wrote into it. */
function bare({ apiVersion, kind, metadata, status, ...rest }: any): Applied {
  const { name, namespace, labels, annotations } = metadata;
  return {
    apiVersion,
    kind,
    metadata: { name, namespace, labels, annotations },
    ...rest,
  };
}
