import type { KubeObject, OwnerReference } from '../objects';
import { apiVersionOf, type ServedType } from '../resourceTypes';
import type { MemoryClusterStore } from '../store/clusterStore';
import { decode, keyOf, type StoredObject } from '../store/record';

/** How long after a change the collector looks: a real one takes a moment too. */
const DELAY_MS = 200;
const MARK = Buffer.from('"ownerReferences"');

/**
 * Deletes what names owners that do not exist, as the garbage collector of the
 * controller manager does: the end of whatever is restored or applied with the
 * owners of another cluster.
 *
 * @returns how to stop
 */
export function collectAbsentOwners(store: MemoryClusterStore): () => void {
  const timers = new Set<NodeJS.Timeout>();
  const look = (type: ServedType, record: StoredObject) => {
    if (!record.json.includes(MARK)) {
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      collect(store, type, record);
    }, DELAY_MS).unref();
    timers.add(timer);
  };
  const stops = store.resourceTypes.map(type => {
    const collection = store.collection(type);
    collection.in().forEach(record => look(type, record));
    return collection.follow(change => {
      if (change.type !== 'DELETED') {
        look(type, change.record);
      }
    });
  });
  return () => {
    stops.forEach(stop => stop());
    timers.forEach(timer => clearTimeout(timer));
  };
}

function collect(
  store: MemoryClusterStore,
  type: ServedType,
  { name, namespace, key, version }: StoredObject,
): void {
  const record = store.collection(type).get(key);
  // a newer version has a look of its own
  if (record?.version !== version) {
    return;
  }
  const object = decode(record);
  const owners = object.metadata.ownerReferences ?? [];
  const present = owners.filter(owner => exists(store, object, owner));
  if (present.length === owners.length) {
    return;
  }
  if (present.length === 0) {
    store.delete(type, name, namespace);
  } else {
    store.modify(type, name, namespace, dependent => {
      dependent.metadata.ownerReferences = present;
    });
  }
}

function exists(
  store: MemoryClusterStore,
  { metadata: { namespace } }: KubeObject,
  { apiVersion, kind, name, uid }: OwnerReference,
): boolean {
  const type = store.resourceTypes.find(
    one => one.kind === kind && apiVersionOf(one) === apiVersion,
  );
  if (!type) {
    // of a kind that nobody serves one cannot say that it is absent
    return true;
  }
  const key = keyOf(name, type.namespaced ? namespace : undefined);
  const owner = store.collection(type).get(key);
  return owner !== undefined && decode(owner).metadata.uid === uid;
}
