import {
  Restore,
  RestoreOutcomeSummary,
  RestoredObject,
  RestoreResult,
} from '@appgear/backstage-plugin-velero-common';
import { RestoreFiles, RestoreMessages } from './RestoreCluster';

/** What a Restore came to, for people and object by object. */
export interface Outcome {
  state: 'succeeded' | 'partiallyFailed' | 'failed';
  reason: string;
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
 */
export function outcomeOf(
  restore: Restore,
  files: RestoreFiles | undefined,
): Outcome {
  const objects = files ? restoredObjects(files.resourceList) : [];
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

function judge(
  { status }: Restore,
  { results, proven }: RestoreOutcomeSummary,
): Pick<Outcome, 'state' | 'reason'> {
  const said = [status?.failureReason, ...(status?.validationErrors ?? [])]
    .filter(Boolean)
    .join('; ');
  switch (status?.phase) {
    case 'FailedValidation':
      return { state: 'failed', reason: `Velero refused it: ${said}` };
    case 'Failed':
      return { state: 'failed', reason: said || 'Velero says Failed' };
    case 'PartiallyFailed':
      return {
        state: 'partiallyFailed',
        reason: `${status.errors ?? 0} errors; ${inWords(results)}`,
      };
    default:
      break;
  }
  if (!proven) {
    return {
      state: 'partiallyFailed',
      reason:
        'Velero says Completed, but what it did could not be read: nothing is proven',
    };
  }
  return results.created + results.updated === 0
    ? {
        state: 'succeeded',
        reason: `Completed, but nothing changed: ${inWords(results)}`,
      }
    : { state: 'succeeded', reason: inWords(results) };
}

function inWords({ created, updated, skipped, failed }: Counts): string {
  const parts = [
    [created, 'created'],
    [updated, 'updated'],
    [skipped, 'skipped'],
    [failed, 'failed'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`);
  return said.length > 0 ? said.join(', ') : 'no objects';
}

type Counts = Record<RestoreResult, number>;

function countResults(objects: RestoredObject[]): Counts {
  const counts: Counts = { created: 0, updated: 0, skipped: 0, failed: 0 };
  for (const { result } of objects) counts[result] += 1;
  return counts;
}

/** Reads entries such as `ns/name(created)`; sorted by kind and place. */
function restoredObjects(list: Record<string, string[]>): RestoredObject[] {
  return Object.entries(list)
    .flatMap(([apiKind, entries]) =>
      entries.flatMap(entry => readEntry(apiKind, entry) ?? []),
    )
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

const ENTRY = /^(?:([^/]+)\/)?(.+)\((created|updated|skipped|failed)\)$/;

function readEntry(apiKind: string, entry: string): RestoredObject | undefined {
  const match = ENTRY.exec(entry);
  if (!match) return undefined;
  const [, namespace, name, result] = match;
  return {
    apiKind,
    ...(namespace !== undefined && { namespace }),
    name,
    result: result as RestoreResult,
  };
}

function placeOf({ apiKind, namespace, name }: RestoredObject): string {
  return `${namespace ?? ''}\0${apiKind}\0${name}`;
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
