import {
  groupResource,
  ResourceNames,
  ResourceType,
} from '@appgear/backstage-plugin-velero-common';

/** A kind of a backup, as the target cluster knows it. */
export interface BackedUpKind {
  /** Such as `deployments.apps`. */
  resource: string;
  kind: string;
  /** The target serves it, or Kubernetes always does. */
  served: boolean;
}

/**
 * Turns the kinds of a resource list into the resource names that filters
 * speak of. Velero takes those from the tarball's folders; the list has only
 * kinds, so a kind that the target does not serve is put into the plural as
 * Kubernetes would guess it (apimachinery, pkg/api/meta/restmapper.go,
 * UnsafeGuessKindToResource).
 */
export class Kinds {
  readonly #known = new Map<string, BackedUpKind>();
  readonly #names: ResourceNames;

  constructor(types: readonly ResourceType[]) {
    this.#names = new ResourceNames({ objects: [], types: [...types] });
  }

  of(apiKind: string): BackedUpKind {
    let kind = this.#known.get(apiKind);
    if (!kind) {
      kind = this.#resolve(apiKind);
      this.#known.set(apiKind, kind);
    }
    return kind;
  }

  /** The resource that a name in a filter means; the name itself when nothing does. */
  resolve(name: string): string {
    const type = this.#names.resolve(name);
    return type ? groupResource(type) : name;
  }

  #resolve(apiKind: string): BackedUpKind {
    const parts = apiKind.split('/');
    const kind = parts.at(-1)!;
    const group = parts.length === 3 ? parts[0] : '';
    const known = this.#names.types.find(
      type => type.kind === kind && type.group === group,
    );
    return {
      resource: groupResource(known ?? { group, plural: guessPlural(kind) }),
      kind,
      served: known !== undefined,
    };
  }
}

function guessPlural(kind: string): string {
  const lower = kind.toLowerCase();
  if (lower === 'endpoints') return lower;
  if (lower.endsWith('s')) return `${lower}es`;
  if (lower.endsWith('y')) return `${lower.slice(0, -1)}ies`;
  return `${lower}s`;
}
