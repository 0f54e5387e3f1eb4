import { parseDuration, SimulatedClock } from '../clock';
import { ClusterStore } from '../kubernetes';
import { ObjectStore } from '../objectstore';
import { VeleroServer } from '../velero';
import { apply, patch, substitute, typeOf } from './manifests';
import { Happening } from './schema';

/** What a happening can happen to. */
export interface TimelineWorld {
  clock: SimulatedClock;
  objects: ObjectStore;
  clusters: Record<string, { store: ClusterStore; velero?: VeleroServer }>;
  variables: Readonly<Record<string, string>>;
}

/** Lives through the time up to `end`, and lets on the way happen what is planned. */
export function liveThrough(
  timeline: readonly Happening[],
  end: Date,
  world: TimelineWorld,
): void {
  const at = (happening: Happening) =>
    new Date(end.getTime() + parseDuration(happening.at));
  const inOrder = [...timeline].sort(
    (a, b) => at(a).getTime() - at(b).getTime(),
  );
  for (const happening of inOrder) {
    world.clock.advanceTo(at(happening));
    happen(happening, world);
  }
  world.clock.advanceTo(end);
}

function happen(
  { cluster, bucket, ...what }: Happening,
  world: TimelineWorld,
): void {
  if (bucket) {
    const { name, fault } = bucket;
    world.objects.faults.clear(name);
    if (fault !== 'none') {
      world.objects.faults.injectBucket(name, fault);
    }
  }
  if (!cluster) {
    return;
  }
  const { store, velero } = world.clusters[cluster];
  for (const manifest of what.apply ?? []) {
    apply(substitute(manifest, world.variables), store);
  }
  if (what.patch) {
    const { name, namespace, with: change } = what.patch;
    patch(what.patch, name, namespace, change, store);
  }
  if (what.delete) {
    const { name, namespace } = what.delete;
    store.delete(typeOf(what.delete, store), name, namespace);
  }
  if (what.hang) {
    velero?.faults.hang(what.hang);
  }
  if (what.failItem) {
    velero?.faults.failItem(what.failItem);
  }
  if (what.restartVelero) {
    velero?.restart();
  }
}
