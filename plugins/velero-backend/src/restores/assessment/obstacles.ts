import {
  Backup,
  BackupStorageLocation,
  says,
  isBackupUsable,
  ObjectEffect,
  parseVeleroVersion,
  Problem,
  restoreFieldsUnknownTo,
  RestoreListProblem,
  restoreListProblems,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';
import { changesCluster, RestorePreview, whyNoModifier } from '../preview';

/** Why a restore cannot succeed, each with what to do instead. */
export type Obstacle = Problem;

/** What is wrong with the backup and its place. Velero up to 1.18 checks no phase. */
export function backupObstacles(
  name: string,
  backup: Backup | undefined,
  location: BackupStorageLocation | undefined,
  now: Date,
): Obstacle[] {
  if (!backup) return [says('gate.noBackup', { backup: name })];
  return [
    ...phaseObstacles(backup),
    ...expiryObstacles(backup, now),
    ...locationObstacles(backup, location),
  ];
}

function phaseObstacles({ metadata, status }: Backup): Obstacle[] {
  if (isBackupUsable(status?.phase) && !metadata.deletionTimestamp) return [];
  return [
    metadata.deletionTimestamp
      ? says('gate.backupDeleted', { backup: metadata.name })
      : says('gate.backupUnfinished', {
          backup: metadata.name,
          phase: status?.phase || 'New',
        }),
  ];
}

function expiryObstacles({ metadata, status }: Backup, now: Date): Obstacle[] {
  const expires = status?.expiration;
  if (!expires || Date.parse(expires) > now.getTime()) return [];
  return [says('gate.backupExpired', { backup: metadata.name, at: expires })];
}

function locationObstacles(
  { metadata, spec }: Backup,
  location: BackupStorageLocation | undefined,
): Obstacle[] {
  const name = spec?.storageLocation ?? '';
  if (!location) {
    return [says('gate.noLocation', { location: name, backup: metadata.name })];
  }
  const { phase, message = '' } = location.status ?? {};
  if (phase === 'Available') return [];
  return [
    phase
      ? says('gate.locationUnavailable', {
          location: name,
          phase,
          said: message && `: ${message}`,
        })
      : says('gate.locationUnvalidated', { location: name }),
  ];
}

/** What Velero would refuse of the spec itself. */
export function specObstacles(
  spec: RestoreSpec,
  veleroVersion: string | undefined,
): Obstacle[] {
  const unknown = restoreFieldsUnknownTo(
    parseVeleroVersion(veleroVersion ?? ''),
    spec,
  );
  return [
    ...restoreListProblems(spec).map(toObstacle),
    ...unknown.map(({ field, since }) =>
      says('gate.fieldUnknown', {
        version: veleroVersion ?? '',
        field,
        since,
      }),
    ),
  ];
}

function toObstacle({ field, code, name }: RestoreListProblem): Obstacle {
  switch (code) {
    case 'neverRestored':
      return says('gate.neverRestored', { name, field });
    case 'excludesAll':
      return says('gate.excludesAll', { field });
    case 'allAndOthers':
      return says('gate.allAndOthers', { field });
    default:
      return says('gate.inBoth', {
        name,
        field,
        included: field.replace('excluded', 'included'),
      });
  }
}

/** What is wrong with the ConfigMap that the spec names. */
export function modifierObstacles(
  spec: RestoreSpec,
  data: Record<string, string> | undefined,
): Obstacle[] {
  const name = spec.resourceModifier?.name;
  if (!name) return [];
  if (!data) return [says('gate.noModifier', { name })];
  const problem = whyNoModifier(data);
  return problem ? [says('gate.modifierUnusable', { name, problem })] : [];
}

/** A restore that changes nothing is most often one that was meant otherwise. */
export function emptyObstacles({
  summary,
  effects,
}: RestorePreview): Obstacle[] {
  if (effects.some(bringsSomething)) return [];
  return [
    says(summary.actions.skip > 0 ? 'gate.allThere' : 'gate.nothingMatches'),
  ];
}

/** Service accounts are merged in any case; nobody restores for that. */
function bringsSomething(effect: ObjectEffect): boolean {
  return (
    changesCluster(effect) &&
    !(effect.action === 'patch' && effect.resource === 'serviceaccounts')
  );
}
