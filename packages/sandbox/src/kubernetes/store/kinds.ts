import { customResourceType, type CustomResourceDefinition } from '../crds';
import type { ResourceType } from '../objects';
import { apiVersionOf, type ServedType } from '../resourceTypes';
import { objectSchema, type ObjectSchema } from '../schema/objectSchema';
import { notServed, qualifiedResource } from '../status';
import { Collection } from './collection';
import { Journal } from './journal';

/** One kind that a cluster serves, with its rules and its objects. */
export interface Kind {
  type: ServedType;
  schema: ObjectSchema;
  objects: Collection;
}

/** All kinds of one cluster. */
export class Kinds {
  readonly #byResource = new Map<string, Kind>();
  readonly #byKind = new Map<string, Kind>();

  constructor(
    types: readonly ServedType[],
    crds: readonly CustomResourceDefinition[],
    history: number,
  ) {
    for (const type of [...types, ...crds.map(customResourceType)]) {
      const kind: Kind = {
        type,
        schema: objectSchema(type),
        objects: new Collection(type, new Journal(0, history)),
      };
      this.#byResource.set(qualifiedResource(type), kind);
      this.#byKind.set(`${apiVersionOf(type)} ${type.kind}`, kind);
    }
  }

  all(): Kind[] {
    return [...this.#byResource.values()];
  }

  find(plural: string, group: string): Kind | undefined {
    return this.#byResource.get(qualifiedResource({ plural, group }));
  }

  findByKind(apiVersion: string, kind: string): Kind | undefined {
    return this.#byKind.get(`${apiVersion} ${kind}`);
  }

  /** @throws StatusError 404, as a server without the kind answers */
  of(type: ResourceType): Kind {
    const kind = this.find(type.plural, type.group);
    if (!kind) {
      throw notServed();
    }
    return kind;
  }

  /** @throws StatusError 404, as a server without the kind answers */
  ofObject(object: { apiVersion: string; kind: string }): Kind {
    const kind = this.findByKind(object.apiVersion, object.kind);
    if (!kind) {
      throw notServed();
    }
    return kind;
  }
}
