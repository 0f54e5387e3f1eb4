import { VeleroCluster } from '../../velero/VeleroCluster';

/** A Kubernetes object as it stands in a file. */
export interface Applied {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; [field: string]: unknown };
  [field: string]: unknown;
}

/** Applies objects as Argo CD does with ServerSideApply: the server merges, and says what does not fit. */
export class Applier {
  readonly #cluster: VeleroCluster;
  readonly #resources = new Map<string, any[]>();
  /** Paths that something else held before, and will hold again. */
  readonly #replaced = new Set<string>();

  constructor(cluster: VeleroCluster) {
    this.#cluster = cluster;
  }

  /** @returns what the server answers: 200 or 201 when it took the object */
  async apply(object: Applied): Promise<{ status: number; body: any }> {
    const path = await this.pathOf(object);
    if (!path) {
      return {
        status: 404,
        body: `${object.apiVersion} has no ${object.kind}`,
      };
    }
    return this.#cluster.wire.patch(
      `${path}?fieldManager=argocd-controller&force=true&fieldValidation=Strict`,
      JSON.stringify(object),
      'application/apply-patch+yaml',
    );
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
  async pathOf({
    apiVersion,
    kind,
    metadata: { name, namespace },
  }: Applied): Promise<string | undefined> {
    const root = apiVersion.includes('/')
      ? `/apis/${apiVersion}`
      : `/api/${apiVersion}`;
    const resources = this.#resources.get(root) ?? (await this.#look(root));
    const resource = resources.find(
      found => found.kind === kind && !found.name.includes('/'),
    );
    if (!resource) return undefined;
    const scope = namespace ? `/namespaces/${namespace}` : '';
    return `${root}${scope}/${resource.name}/${name}`;
  }

  /** Kinds that are missing may come: only what was found is remembered. */
  async #look(root: string): Promise<any[]> {
    const { status, body } = await this.#cluster.wire.get(root);
    if (status !== 200) return [];
    this.#resources.set(root, body.resources);
    return body.resources;
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
