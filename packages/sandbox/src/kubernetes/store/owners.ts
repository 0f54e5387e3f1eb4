import type { KubeObject, ResourceType } from '../objects';

/** One object, by kind and name. */
export interface Reference {
  type: ResourceType;
  name: string;
  namespace?: string;
}

/** Who depends on whom by `ownerReferences`: what the garbage collector asks. */
export class Owners {
  readonly #dependents = new Map<string, Map<string, Reference>>();

  add(object: KubeObject, reference: Reference): void {
    for (const uid of ownerUids(object)) {
      const dependents = this.#dependents.get(uid) ?? new Map();
      dependents.set(object.metadata.uid, reference);
      this.#dependents.set(uid, dependents);
    }
  }

  remove(object: KubeObject): void {
    for (const uid of ownerUids(object)) {
      const dependents = this.#dependents.get(uid);
      dependents?.delete(object.metadata.uid);
      if (dependents?.size === 0) {
        this.#dependents.delete(uid);
      }
    }
  }

  /** What an owner that is gone leaves behind. */
  dependentsOf(uid: string): Reference[] {
    return [...(this.#dependents.get(uid)?.values() ?? [])];
  }
}

function ownerUids(object: KubeObject): string[] {
  return (object.metadata.ownerReferences ?? []).map(({ uid }) => String(uid));
}
