import {
  NON_RESTORABLE_RESOURCES,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';
import { canonicalJson } from './digest';
import { withoutEmptyFields } from './spec';

/** A field of a stored Restore that is not what was approved. */
export interface StoredDifference {
  field: string;
  approved: unknown;
  stored: unknown;
}

/**
 * Compares what a cluster keeps with what was approved, after taking out what
 * Velero itself writes into a spec (pkg/controller/restore_controller.go,
 * validateAndComplete and Reconcile): the non-restorable kinds appended to
 * `excludedResources`, the backup's schedule in `scheduleName`, and the
 * server's default for `itemOperationTimeout`.
 *
 * @param scheduleOfBackup - value of the backup's label `velero.io/schedule-name`
 */
export function differencesFromApproved(
  approved: RestoreSpec,
  stored: RestoreSpec,
  scheduleOfBackup: string | undefined,
): StoredDifference[] {
  const wanted = withoutEmptyFields(approved) as Record<string, unknown>;
  const kept = withoutEmptyFields(
    withoutVelerosChanges(approved, stored, scheduleOfBackup),
  ) as Record<string, unknown>;

  return [...new Set([...Object.keys(wanted), ...Object.keys(kept)])]
    .filter(
      field => canonicalJson([wanted[field]]) !== canonicalJson([kept[field]]),
    )
    .map(field => ({ field, approved: wanted[field], stored: kept[field] }));
}

function withoutVelerosChanges(
  approved: RestoreSpec,
  stored: RestoreSpec,
  scheduleOfBackup: string | undefined,
): RestoreSpec {
  const { itemOperationTimeout, scheduleName, ...rest } = stored;
  return {
    ...rest,
    excludedResources: withoutAppended(
      approved.excludedResources ?? [],
      stored.excludedResources ?? [],
    ),
    ...(approved.itemOperationTimeout && { itemOperationTimeout }),
    ...(scheduleName !== scheduleOfBackup && { scheduleName }),
  };
}

/** The list without the non-restorable kinds that follow what was approved. */
function withoutAppended(
  approved: readonly string[],
  stored: readonly string[],
): string[] {
  const head = stored.slice(0, approved.length);
  const tail = stored.slice(approved.length);
  return [
    ...head,
    ...tail.filter(kind => !NON_RESTORABLE_RESOURCES.includes(kind)),
  ];
}
