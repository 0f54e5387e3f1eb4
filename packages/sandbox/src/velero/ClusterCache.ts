import {
  groupResource,
  Inventory,
  InventoryObject,
  objectKey,
  ObjectRef,
  toInventoryObject,
} from '@appgear/backstage-plugin-velero-common';
import { ClusterStore, KubeObject, ResourceType } from '../kubernetes';

interface Entry {
  object: KubeObject;
  /** The same, as the rules of selection see it. */
  view: InventoryObject;
}

interface CachedKind {
  entries: Map<string, Entry>;
  stop: () => void;
}

/** What backups and restores themselves make in a cluster. */
const OWN_GROUPS = new Set(['velero.io', 'snapshot.storage.k8s.io']);

/**
 * The cluster's objects as informers keep them: listed once, then followed.
 * Never change what is handed out: backups hold on to these very objects, so
 * that thirty backups of an unchanged object cost one.
 */
export class ClusterCache {
  readonly #store: ClusterStore;
  readonly #kinds = new Map<string, CachedKind>();
  #version = 0;

  constructor(store: ClusterStore) {
    this.#store = store;
  }

  /** Grows with each change outside of Velero's own work. */
  get version(): number {
    return this.#version;
  }

  get types(): readonly ResourceType[] {
    return this.#store.resourceTypes;
  }

  get(ref: ObjectRef): KubeObject | undefined {
    return this.#kind(groupResource(ref))?.entries.get(objectKey(ref))?.object;
  }

  /** By `deployments.apps` or `pods`, in one namespace or all of them. */
  list(resource: string, namespace?: string): KubeObject[] {
    const entries = this.#kind(resource)?.entries.values() ?? [];
    const objects = [...entries].map(({ object }) => object);
    return namespace === undefined
      ? objects
      : objects.filter(({ metadata }) => metadata.namespace === namespace);
  }

  /** What lives here, for the rules of selection; Velero's own kinds are many. */
  inventory({ withVelero }: { withVelero: boolean }): Inventory {
    return {
      objects: this.types
        .filter(({ group }) => withVelero || group !== 'velero.io')
        .flatMap(type => [...this.#follow(type).entries.values()])
        .map(({ view }) => view),
      types: [...this.types],
    };
  }

  close(): void {
    this.#kinds.forEach(({ stop }) => stop());
    this.#kinds.clear();
  }

  /** Followed from the first question on: most clusters at scale are never asked. */
  #kind(resource: string): CachedKind | undefined {
    const known = this.#kinds.get(resource);
    if (known) {
      return known;
    }
    const [plural, ...group] = resource.split('.');
    const type = this.#store.resourceType(plural, group.join('.'));
    return type && this.#follow(type);
  }

  #follow(type: ResourceType): CachedKind {
    const resource = groupResource(type);
    const kind = this.#kinds.get(resource) ?? this.#open(type);
    this.#kinds.set(resource, kind);
    return kind;
  }

  #open(type: ResourceType): CachedKind {
    const entries = new Map<string, Entry>();
    const put = (object: KubeObject) => {
      const view = toInventoryObject(object, type);
      entries.set(objectKey(view), { object, view });
    };
    this.#store.list(type).forEach(put);
    const stop = this.#store.subscribe(type, ({ type: change, object }) => {
      if (!OWN_GROUPS.has(type.group)) {
        this.#version += 1;
      }
      if (change === 'DELETED') {
        entries.delete(objectKey(toInventoryObject(object, type)));
      } else {
        put(object);
      }
    });
    return { entries, stop };
  }
}
