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

/** What backups and restores themselves make in a cluster. */
const OWN_GROUPS = new Set(['velero.io', 'snapshot.storage.k8s.io']);

/**
 * The cluster's objects as informers keep them: listed once, then followed.
 * Never change what is handed out: backups hold on to these very objects, so
 * that thirty backups of an unchanged object cost one.
 */
export class ClusterCache {
  readonly #store: ClusterStore;
  readonly #entries = new Map<string, Map<string, Entry>>();
  #stops: Array<() => void> | undefined;
  #inventory: Inventory | undefined;
  #version = 0;

  constructor(store: ClusterStore) {
    this.#store = store;
  }

  /** Grows with each change outside of Velero's own work. */
  get version(): number {
    this.#follow();
    return this.#version;
  }

  get types(): readonly ResourceType[] {
    return this.#store.resourceTypes;
  }

  get(ref: ObjectRef): KubeObject | undefined {
    return this.#of(groupResource(ref)).get(objectKey(ref))?.object;
  }

  /** By `deployments.apps` or `pods`, in one namespace or all of them. */
  list(resource: string, namespace?: string): KubeObject[] {
    const objects = [...this.#of(resource).values()].map(
      ({ object }) => object,
    );
    return namespace === undefined
      ? objects
      : objects.filter(({ metadata }) => metadata.namespace === namespace);
  }

  /** What lives here, for the rules of selection. */
  inventory(): Inventory {
    this.#follow();
    this.#inventory ??= {
      objects: [...this.#entries.values()]
        .flatMap(entries => [...entries.values()])
        .map(({ view }) => view),
      types: [...this.types],
    };
    return this.#inventory;
  }

  close(): void {
    this.#stops?.forEach(stop => stop());
    this.#stops = undefined;
    this.#entries.clear();
    this.#inventory = undefined;
  }

  #of(resource: string): Map<string, Entry> {
    this.#follow();
    let entries = this.#entries.get(resource);
    if (!entries) {
      entries = new Map();
      this.#entries.set(resource, entries);
    }
    return entries;
  }

  /** At the first question only: many clusters at scale are never asked. */
  #follow(): void {
    if (this.#stops) {
      return;
    }
    this.#stops = [];
    for (const type of this.types) {
      const entries = this.#of(groupResource(type));
      const put = (object: KubeObject) => {
        const view = toInventoryObject(object, type);
        entries.set(objectKey(view), { object, view });
      };
      this.#store.list(type).forEach(put);
      const stop = this.#store.subscribe(type, ({ type: change, object }) => {
        this.#inventory = undefined;
        if (!OWN_GROUPS.has(type.group)) {
          this.#version += 1;
        }
        if (change === 'DELETED') {
          entries.delete(objectKey(toInventoryObject(object, type)));
        } else {
          put(object);
        }
      });
      this.#stops.push(stop);
    }
  }
}
