import { NON_RESTORABLE_RESOURCES } from '@appgear/backstage-plugin-velero-common';
import { messageOf } from '../errors';
import { Backup, Restore } from '../VeleroApi';
import { VeleroContext } from '../VeleroContext';
import { readModifiers } from './modifiers';

/**
 * Completes a restore's spec, in place, as Velero writes it back, and says why
 * Velero would not run it. The backup's phase is not looked at: Velero up to
 * 1.18 does not.
 * Source: Velero 1.18.2, pkg/controller/restore_controller.go, validateAndComplete.
 *
 * @returns validation errors in Velero's words
 */
export function validateRestore(
  restore: Restore,
  context: VeleroContext,
): string[] {
  const { spec } = restore;
  const included = spec.includedResources ?? [];
  const asked = spec.excludedResources ?? [];
  spec.excludedResources = [
    ...asked,
    ...NON_RESTORABLE_RESOURCES.filter(each => !asked.includes(each)),
  ];
  const errors = [
    ...NON_RESTORABLE_RESOURCES.filter(each => included.includes(each)).map(
      each => `${each} are non-restorable resources`,
    ),
    ...listProblems(included, spec.excludedResources).map(
      problem => `Invalid included/excluded resource lists: ${problem}`,
    ),
    ...listProblems(
      spec.includedNamespaces ?? [],
      spec.excludedNamespaces ?? [],
    ).map(problem => `Invalid included/excluded namespace lists: ${problem}`),
  ];
  if (spec.orLabelSelectors && spec.labelSelector) {
    errors.push(
      'encountered labelSelector as well as orLabelSelectors in restore spec, only one can be specified',
    );
  }
  if (!!spec.backupName === !!spec.scheduleName) {
    errors.push(
      'Either a backup or schedule must be specified as a source for the restore, but not both',
    );
    return errors;
  }
  const { existingResourcePolicy: policy } = spec;
  if (policy && !['none', 'update'].includes(policy.toLowerCase())) {
    errors.push(`Invalid ExistingResourcePolicy: ${policy}`);
  }
  return [...errors, ...sourceProblems(restore, context)];
}

function sourceProblems(restore: Restore, context: VeleroContext): string[] {
  const { api, config } = context;
  const { spec } = restore;
  if (spec.scheduleName) {
    const newest = newestCompleted(spec.scheduleName, api.backups.list());
    if (typeof newest === 'string') {
      return newest.split('\n');
    }
    spec.backupName = newest.metadata.name;
  }
  const name = spec.backupName!;
  const backup = api.backups.get(name);
  if (!backup) {
    return [
      `Error retrieving backup: can't find backup ${config.namespace}/${name}: backups.velero.io "${name}" not found`,
    ];
  }
  const { storageLocation = '' } = backup.spec;
  const location = api.storageLocations.get(storageLocation);
  if (!location) {
    return [
      `Error retrieving backup: backupstoragelocations.velero.io "${storageLocation}" not found`,
    ];
  }
  if (location.status?.phase !== 'Available') {
    return [
      `The BSL ${storageLocation} is unavailable, cannot retrieve the backup`,
    ];
  }
  spec.scheduleName ||= backup.metadata.labels?.['velero.io/schedule-name'];
  try {
    readModifiers(restore, context);
  } catch (error) {
    return [messageOf(error)];
  }
  return [];
}

/** @returns the backup, or what is wrong, one problem per line */
function newestCompleted(schedule: string, backups: Backup[]): Backup | string {
  const ofSchedule = backups
    .filter(
      ({ metadata }) =>
        metadata.labels?.['velero.io/schedule-name'] === schedule,
    )
    .sort((a, b) => startOf(b).localeCompare(startOf(a)));
  const completed = ofSchedule.find(
    ({ status }) => status?.phase === 'Completed',
  );
  if (completed) {
    return completed;
  }
  const none = 'No completed backups found for schedule';
  return ofSchedule.length > 0
    ? none
    : `No backups found for schedule\n${none}`;
}

function startOf({ status }: Backup): string {
  return status?.startTimestamp ?? '';
}

/** pkg/util/collections/includes_excludes.go, ValidateIncludesExcludes. */
function listProblems(
  includes: readonly string[],
  excludes: readonly string[],
): string[] {
  const problems: string[] = [];
  if (new Set(includes).size > 1 && includes.includes('*')) {
    problems.push(
      "includes list must either contain '*' only, or a non-empty list of items",
    );
  }
  if (excludes.includes('*')) {
    problems.push("excludes list cannot contain '*'");
  }
  const both = [...new Set(excludes)]
    .filter(each => includes.includes(each))
    .sort();
  return [
    ...problems,
    ...both.map(
      each =>
        `excludes list cannot contain an item in the includes list: ${each}`,
    ),
  ];
}
