import { Answer, Wire } from '../../wire/wire';

/** A Kubernetes object as it stands in a file. */
export interface Applied {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; [field: string]: unknown };
  [field: string]: unknown;
}

/** Where a server keeps objects of the kinds that it serves. */
export class ServedKinds {
  readonly #wire: Wire;
  readonly #resources = new Map<string, any[]>();

  constructor(wire: Wire) {
    this.#wire = wire;
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
    const { status, body } = await this.#wire.get(root);
    if (status !== 200) return [];
    this.#resources.set(root, body.resources);
    return body.resources;
  }
}

/** Applies as Argo CD does with ServerSideApply; a field that the kind does not have is an error. */
export function applyAt(
  wire: Wire,
  path: string,
  object: Applied,
  { dryRun }: { dryRun?: boolean } = {},
): Promise<Answer> {
  const query = new URLSearchParams({
    fieldManager: 'argocd-controller',
    force: 'true',
    fieldValidation: 'Strict',
    ...(dryRun && { dryRun: 'All' }),
  });
  return wire.patch(
    `${path}?${query}`,
    JSON.stringify(object),
    'application/apply-patch+yaml',
  );
}
