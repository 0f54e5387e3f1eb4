import {
  isVolumeSafe,
  NamespacePoint,
  WorkspaceRecoveryPoint,
} from '@appgear/backstage-plugin-velero-common';
import { VeleroService } from '@appgear/backstage-plugin-velero-node';
import { fromBackend, Look } from '../asking';
import { Looking, Proven } from './Proven';

const MOST_POINTS = 200;
/** Velero is done with it and there is nothing to restore. */
const FAILED = ['Failed', 'FailedValidation'];

/**
 * Looks whether one backup is proven to hold all of a workspace.
 *
 * @throws Error when it never will be, with what is missing
 */
export async function lookForBackup(
  velero: VeleroService,
  { workspace, credentials, backup }: Looking & { backup: string },
): Promise<Look<Proven>> {
  const { items } = await fromBackend(
    velero.listRecoveryPoints(
      { workspace, limit: MOST_POINTS },
      { credentials },
    ),
  );
  const point = items.find(item => item.backup === backup);
  if (!point) {
    return { waitingFor: `backup ${backup} is not seen yet` };
  }
  if (FAILED.includes(point.phase)) {
    throw new Error(`Backup ${backup} is ${point.phase}`);
  }
  const { state } = point.evidence;
  if (point.grade === undefined || state !== 'read') {
    return {
      waitingFor: `backup ${backup} is ${
        point.phase || 'new'
      }; what it holds is not read yet (${state})`,
    };
  }
  if (point.grade === 'unknown') {
    return { waitingFor: `backup ${backup} is read, and not compared yet` };
  }
  if (point.grade !== 'complete') {
    throw new Error(
      `Backup ${backup} does not hold all of ${workspace}: ${describe(point)}`,
    );
  }
  return point.available
    ? { found: { provenAt: point.takenAt, backup } }
    : { waitingFor: `the storage of backup ${backup} is not available` };
}

function describe({ grade, namespaces }: WorkspaceRecoveryPoint): string {
  const gaps = namespaces.flatMap(namespace =>
    namespace.grade === 'complete' ? [] : [gapOf(namespace)],
  );
  return `it is ${grade}; ${gaps.join('; ')}`;
}

function gapOf({ namespace, missing, volumes, errors }: NamespacePoint) {
  const unsafe = volumes.filter(volume => !isVolumeSafe(volume));
  return [
    namespace,
    ...missing.map(({ kind, count }) => `misses ${count} ${kind}`),
    ...unsafe.map(({ claim, outcome }) => `volume ${claim}: ${outcome}`),
    ...(errors > 0 ? [`${errors} errors`] : []),
  ].join(', ');
}
