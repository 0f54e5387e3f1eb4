import {
  fileRestoreRequestSchema,
  RestoreListProblem,
  restoreListProblems,
} from '@appgear/backstage-plugin-velero-common';
import { isPattern, RestoreDraft, targetOf } from './RestoreDraft';
import { toRestoreSpec } from './toRestoreSpec';

/** What is wrong, for the words that say how to mend it. */
export type ProblemCode =
  | 'backup'
  | 'target'
  | 'rename'
  | 'oneByOne'
  | 'sameName'
  | 'namespaceName'
  | 'selector'
  | 'duration'
  | 'number'
  | 'hooks'
  | RestoreListProblem['code']
  | 'reason'
  | 'link'
  | 'time'
  | 'past'
  | 'other';

/** One field that the backend would refuse. */
export interface DraftProblem {
  /** As in the spec or the request, such as `namespaceMapping.ws-a`. */
  field: string;
  code: ProblemCode;
  /** In the words of whoever refuses it; of lists, the name that is too much. */
  detail: string;
  /** Nothing was typed: not worth a word before it is due. */
  isMissing: boolean;
}

/** Long enough to be a digest; the draft has none before it is previewed. */
const ANY_DIGEST = '0'.repeat(64);

/**
 * What is wrong with a draft, by the schema and the rules that the backend
 * judges it by, so that both say the same.
 *
 * @param now - in ms since the epoch
 */
export function validate(draft: RestoreDraft, now: number): DraftProblem[] {
  const { spec, unreadable } = toRestoreSpec(draft);
  const result = fileRestoreRequestSchema.safeParse({
    cluster: targetOf(draft) ?? '',
    spec,
    digest: ANY_DIGEST,
    reason: draft.reason,
    ticketUrl: draft.ticketUrl.trim() || undefined,
    notBefore: draft.notBefore || undefined,
    supersedes: draft.supersedes,
  });
  const refused = (result.error?.issues ?? []).map(({ path, message }) => {
    const [first, ...rest] = path.map(String);
    const field = first === 'spec' ? rest.join('.') : first;
    return toProblem(field, said(field, message), draft);
  });
  return [
    ...unreadable.map(({ field, detail }) => toProblem(field, detail, draft)),
    ...refused,
    ...restoreListProblems(spec).map(({ field, code, name }) => ({
      field,
      code,
      detail: name,
      isMissing: false,
    })),
    ...namesWanting(draft),
    ...timeGone(draft, now),
  ];
}

/** Hooks are one text with many fields: which of them is meant. */
function said(field: string, message: string): string {
  const [, place] = /^hooks\.(.+)$/.exec(field) ?? [];
  return place ? `${place}: ${message}` : message;
}

const CODES: [RegExp, ProblemCode][] = [
  [/^backupName/, 'backup'],
  [/^cluster/, 'target'],
  [/^namespaceMapping/, 'namespaceName'],
  [/abelSelector/, 'selector'],
  [/^itemOperationTimeout/, 'duration'],
  [/^uploaderConfig\.parallel/, 'number'],
  [/^hooks/, 'hooks'],
  [/^reason/, 'reason'],
  [/^ticketUrl/, 'link'],
  [/^notBefore/, 'time'],
];

function toProblem(
  field: string,
  detail: string,
  draft: RestoreDraft,
): DraftProblem {
  const [, code = 'other'] = CODES.find(([test]) => test.test(field)) ?? [];
  const isMissing =
    (code === 'reason' && draft.reason.trim() === '') ||
    code === 'backup' ||
    code === 'target';
  return { field, code, detail, isMissing };
}

/**
 * Each namespace that is to have another name must be given one. Of those that
 * nobody named, a living one could be written into.
 */
function namesWanting(draft: RestoreDraft): DraftProblem[] {
  const { place, renames, includedNamespaces = [] } = draft;
  if (place !== 'renamed') return [];
  if (includedNamespaces.length === 0 || includedNamespaces.some(isPattern)) {
    return [problem('namespaceMapping', 'oneByOne', false)];
  }
  return includedNamespaces.flatMap(from => {
    const to = renames[from] ?? '';
    if (to === '') {
      return [problem(`namespaceMapping.${from}`, 'rename', true)];
    }
    return to === from
      ? [problem(`namespaceMapping.${from}`, 'sameName', false)]
      : [];
  });
}

function timeGone({ notBefore }: RestoreDraft, now: number): DraftProblem[] {
  return notBefore !== '' && Date.parse(notBefore) < now
    ? [problem('notBefore', 'past', false)]
    : [];
}

function problem(
  field: string,
  code: ProblemCode,
  isMissing: boolean,
): DraftProblem {
  return { field, code, detail: '', isMissing };
}
