import {
  says,
  ObjectEffect,
  Problem,
  Restore,
  RestoreOutcomeSummary,
  RestoredObject,
  RestoreResult,
} from '@appgear/backstage-plugin-velero-common';
import { RestoreFiles, RestoreMessages } from './RestoreCluster';
import { readRestoredObjects, withoutLeftObjects } from './restoredObjects';

/** What a Restore came to, for people and object by object. */
export interface Outcome {
  state: 'succeeded' | 'partiallyFailed' | 'failed';
  reasons: Problem[];
  summary: RestoreOutcomeSummary;
  objects: RestoredObject[];
}

const ENDED = ['Completed', 'PartiallyFailed', 'Failed', 'FailedValidation'];
/** As many messages as anybody reads; the log has them all. */
const MOST_MESSAGES = 500;

/** Whether Velero is done with a Restore. */
export function hasRestoreEnded({ status }: Restore): boolean {
  return ENDED.includes(status?.phase ?? '');
}

/**
 * What came of a Restore that ended.
 *
 * @param files - undefined when they could not be read; then nothing is
 * claimed that only they prove
 * @param toBeLeft - effects that were approved: objects that stay as they are
 */
export function outcomeOf(
  restore: Restore,
  files: RestoreFiles | undefined,
  toBeLeft: readonly ObjectEffect[],
): Outcome {
  const objects = files ? objectsOf(files, toBeLeft) : [];
  const summary: RestoreOutcomeSummary = {
    phase: restore.status?.phase ?? '',
    results: countResults(objects),
    errors: files ? messagesOf(files.results.errors) : [],
    warnings: files ? messagesOf(files.results.warnings) : [],
    proven: files !== undefined,
    ...(restore.status?.startTimestamp && {
      startedAt: restore.status.startTimestamp,
    }),
    ...(restore.status?.completionTimestamp && {
      completedAt: restore.status.completionTimestamp,
    }),
  };
  return { ...judge(restore, summary), summary, objects };
}

/** Where there are errors nothing that failed is explained away. */
function objectsOf(
  { resourceList, results }: RestoreFiles,
  toBeLeft: readonly ObjectEffect[],
): RestoredObject[] {
  const objects = readRestoredObjects(resourceList);
  return messagesOf(results.errors).length > 0
    ? objects
    : withoutLeftObjects(objects, toBeLeft);
}

function judge(
  { status }: Restore,
  { results, proven, errors }: RestoreOutcomeSummary,
): Pick<Outcome, 'state' | 'reasons'> {
  const said = [status?.failureReason, ...(status?.validationErrors ?? [])]
    .filter(Boolean)
    .join('; ');
  switch (status?.phase) {
    case 'FailedValidation':
      return {
        state: 'failed',
        reasons: [says('gate.veleroRefused', { said })],
      };
    case 'Failed':
      return {
        state: 'failed',
        reasons: [said ? { message: said } : says('gate.veleroFailed')],
      };
    case 'PartiallyFailed':
      return {
        state: 'partiallyFailed',
        reasons: [
          says('gate.veleroErrors', { many: status.errors ?? 0 }),
          ...counted(results),
        ],
      };
    default:
      break;
  }
  if (!proven) {
    return {
      state: 'partiallyFailed',
      reasons: [says('gate.nothingProven')],
    };
  }
  return {
    state: results.failed + errors.length > 0 ? 'partiallyFailed' : 'succeeded',
    reasons: whatCompletedMeant(results),
  };
}

const RESULTS = ['created', 'updated', 'skipped', 'failed'] as const;

/** Velero calls a restore Completed also when it changed nothing, and when objects failed. */
function whatCompletedMeant(results: Counts): Problem[] {
  if (results.created + results.updated === 0) {
    return [says('gate.nothingChanged'), ...counted(results)];
  }
  return results.failed > 0
    ? [says('gate.notWhole'), ...counted(results)]
    : counted(results);
}

function counted(results: Counts): Problem[] {
  const some = RESULTS.filter(result => results[result] > 0).map(result =>
    says(`gate.${result}`, { many: results[result] }),
  );
  return some.length > 0 ? some : [says('gate.noObjects')];
}

type Counts = Record<RestoreResult, number>;

function countResults(objects: RestoredObject[]): Counts {
  const counts: Counts = { created: 0, updated: 0, skipped: 0, failed: 0 };
  for (const { result } of objects) counts[result] += 1;
  return counts;
}

function messagesOf({
  velero,
  cluster,
  namespaces,
}: RestoreMessages): RestoreOutcomeSummary['errors'] {
  return [
    ...(velero ?? []).map(text => ({ text })),
    ...(cluster ?? []).map(text => ({ text })),
    ...Object.entries(namespaces ?? {}).flatMap(([namespace, texts]) =>
      texts.map(text => ({ namespace, text })),
    ),
  ].slice(0, MOST_MESSAGES);
}
