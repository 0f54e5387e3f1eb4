import {
  Backup,
  BackupStorageLocation,
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
  if (!backup) {
    return [
      {
        message: `the target cluster has no backup ${name}`,
        hint: 'Choose a recovery point whose storage the target cluster knows, or wait a minute for Velero to sync it.',
      },
    ];
  }
  return [
    ...phaseObstacles(backup),
    ...expiryObstacles(backup, now),
    ...locationObstacles(backup, location),
  ];
}

function phaseObstacles({ metadata, status }: Backup): Obstacle[] {
  if (isBackupUsable(status?.phase) && !metadata.deletionTimestamp) return [];
  const phase = metadata.deletionTimestamp
    ? 'being deleted'
    : status?.phase || 'not begun';
  return [
    {
      message: `the backup ${metadata.name} is ${phase}; only Completed and PartiallyFailed ones can be restored`,
      hint: 'Choose another recovery point.',
    },
  ];
}

function expiryObstacles({ metadata, status }: Backup, now: Date): Obstacle[] {
  const expires = status?.expiration;
  if (!expires || Date.parse(expires) > now.getTime()) return [];
  return [
    {
      message: `the backup ${metadata.name} expired at ${expires} and may be deleted at any moment`,
      hint: 'Choose a newer recovery point.',
    },
  ];
}

function locationObstacles(
  { metadata, spec }: Backup,
  location: BackupStorageLocation | undefined,
): Obstacle[] {
  const name = spec?.storageLocation ?? '';
  if (!location) {
    return [
      {
        message: `the storage location ${name} of the backup ${metadata.name} does not exist in the target cluster`,
        hint: 'Create the BackupStorageLocation there, or choose a cluster that has it.',
      },
    ];
  }
  if (location.status?.phase === 'Available') return [];
  return [
    {
      message: `the storage location ${name} is ${
        location.status?.phase || 'not validated yet'
      }${location.status?.message ? `: ${location.status.message}` : ''}`,
      hint: 'Mend the location first: Velero cannot read the backup.',
    },
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
    ...unknown.map(({ field, since }) => ({
      message: `the target's Velero ${veleroVersion} does not know ${field} (Velero ${since} and newer), and would drop it`,
      hint: 'Leave the field out, or update Velero there.',
    })),
  ];
}

function toObstacle({ field, code, name }: RestoreListProblem): Obstacle {
  switch (code) {
    case 'neverRestored':
      return {
        message: `Velero never restores ${name}`,
        hint: `Take ${name} out of ${field}.`,
      };
    case 'excludesAll':
      return { message: `${field} cannot contain *` };
    case 'allAndOthers':
      return { message: `${field} must be * alone, or names without it` };
    default:
      return {
        message: `${name} is both in ${field.replace(
          'excluded',
          'included',
        )} and in ${field}`,
      };
  }
}

/** What is wrong with the ConfigMap that the spec names. */
export function modifierObstacles(
  spec: RestoreSpec,
  data: Record<string, string> | undefined,
): Obstacle[] {
  const name = spec.resourceModifier?.name;
  if (!name) return [];
  const problem = data
    ? whyNoModifier(data)
    : "it is not in Velero's namespace";
  return problem
    ? [
        {
          message: `the resource modifier ${name} cannot be used: ${problem}`,
          hint: 'Create the ConfigMap in the target cluster, or leave resourceModifier out.',
        },
      ]
    : [];
}

/** A restore that changes nothing is most often one that was meant otherwise. */
export function emptyObstacles({
  summary,
  effects,
}: RestorePreview): Obstacle[] {
  if (effects.some(bringsSomething)) return [];
  return [
    {
      message: 'nothing would be restored',
      hint:
        summary.actions.skip > 0
          ? 'Everything exists already. Restore into another namespace by a mapping, delete what is to come back, or choose existingResourcePolicy: update.'
          : 'Nothing in the backup matches the filters. Look at what the backup holds.',
    },
  ];
}

/** Service accounts are merged in any case; nobody restores for that. */
function bringsSomething(effect: ObjectEffect): boolean {
  return (
    changesCluster(effect) &&
    !(effect.action === 'patch' && effect.resource === 'serviceaccounts')
  );
}
