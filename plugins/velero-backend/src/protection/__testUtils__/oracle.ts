import { InventoryObject } from '@appgear/backstage-plugin-velero-common';
import { RecoveryPoint } from '../points';
import { NamespaceWorld, PointEvidence, WorkspaceWorld } from '../world';
import { HOUR, NOW } from './randomWorlds';

// What `protected` means, said a second time: as one list of demands on one
// point, with none of the product's code and none of its order.

/** Whether a workspace is protected, by the letter of the definition. */
export function isProtected(world: WorkspaceWorld): boolean {
  const targets = world.namespaces
    .filter(it => !it.terminating)
    .map(it => ({ '4h': 4, '48h': 48 }[it.annotations['appgear.io/rpo']]))
    .filter(hours => hours !== undefined);
  const target = (targets.length ? Math.min(...targets) : 26) * HOUR;
  const filled = world.namespaces.filter(
    it => !it.terminating && !isKnownToBeEmpty(it),
  );
  return (
    filled.length > 0 &&
    filled.every(namespace =>
      namespace.points.some(point =>
        proves(point, world.evidenceOf(point.id), namespace, target),
      ),
    )
  );
}

function isKnownToBeEmpty({ live }: NamespaceWorld): boolean {
  return (
    live.state === 'read' &&
    live.unreadable.length === 0 &&
    !live.content.objects.some(matters)
  );
}

function matters(object: InventoryObject): boolean {
  const isLeftOut = object.labels?.['velero.io/exclude-from-backup'] === 'true';
  const isPassing = object.kind === 'Event';
  const isRemade = object.kind === 'Pod' && object.ownerReferences;
  return !(isLeftOut || isPassing || isRemade || object.terminating);
}

function proves(
  point: RecoveryPoint,
  evidence: PointEvidence,
  namespace: NamespaceWorld,
  target: number,
): boolean {
  const { live } = namespace;
  if (live.state !== 'read' || live.unreadable.length > 0) return false;
  if (evidence.state !== 'read') return false;
  if (!['Completed', 'PartiallyFailed'].includes(point.phase)) return false;
  if (point.seenFrom.some(it => it.deleting)) return false;
  if (point.expiresAt !== undefined && point.expiresAt <= NOW) return false;
  if (point.availability.state !== 'available') return false;
  if (point.origin.cluster !== namespace.cluster) return false;
  if (point.takenAt < namespace.createdAt) return false;
  if (point.takenAt > NOW + HOUR / 6) return false;
  if (NOW - point.takenAt > target) return false;
  const contents = evidence.contentsOf(namespace.name);
  if (!contents || contents.errors.count > 0) return false;
  const holds = ({ kind, name }: InventoryObject) =>
    [...contents.objects].some(
      ([key, names]) => key.endsWith(`/${kind}`) && names.includes(name),
    );
  const counting = live.content.objects.filter(matters);
  if (!counting.some(holds)) return false;
  return counting.every(object => {
    const made = object.createdAt ? Date.parse(object.createdAt) : 0;
    if (!holds(object)) return made > point.takenAt;
    const isBound =
      object.kind === 'PersistentVolumeClaim' &&
      live.content.volumes.some(
        it => it.claim === object.name && it.volume !== undefined,
      );
    return (
      !isBound ||
      ((evidence.volumesRecorded || contents.volumes.length > 0) &&
        contents.volumes.some(
          it =>
            it.claim === object.name &&
            !it.skipped &&
            (it.method === 'PodVolumeBackup' ||
              (it.method !== undefined && it.moved)) &&
            (it.result === 'succeeded' ||
              (it.result === undefined &&
                (it.phase === 'Completed' ||
                  (it.phase === undefined &&
                    point.phase === 'Completed' &&
                    point.errors === 0)))),
        ))
    );
  });
}
