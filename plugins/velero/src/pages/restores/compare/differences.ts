import type {
  ApprovalFactor,
  EffectAction,
  PointGrade,
  RestoreRequestDetail,
} from '@appgear/backstage-plugin-velero-common';

/** Numbers of a preview that an approver compares. */
export type ComparedCount =
  | 'secrets'
  | 'clusterScoped'
  | 'podsWithHooks'
  | 'crossingTenants'
  | 'changed';

/** One thing that is not as it was in the request before. */
export type Difference =
  | { what: 'spec'; field: string; before?: unknown; after?: unknown }
  | { what: 'targets'; before: string[]; after: string[] }
  | { what: 'factors'; before: ApprovalFactor[]; after: ApprovalFactor[] }
  | { what: 'action'; action: EffectAction; before: number; after: number }
  | { what: ComparedCount; before: number; after: number }
  | { what: 'grade'; before: PointGrade; after: PointGrade }
  | { what: 'overwrite'; before: boolean; after: boolean };

type Compared = Pick<
  RestoreRequestDetail,
  'spec' | 'summary' | 'risks' | 'factors'
>;

const COUNTS: ComparedCount[] = [
  'secrets',
  'clusterScoped',
  'crossingTenants',
  'podsWithHooks',
  'changed',
];
const ACTIONS: EffectAction[] = ['patch', 'create', 'unclear', 'skip'];

/** What differs between two requests, the weightiest first. */
export function differences(before: Compared, after: Compared): Difference[] {
  return [
    ...differing('overwrite', before.risks.overwrite, after.risks.overwrite),
    ...differing('grade', before.risks.grade, after.risks.grade),
    ...differing('targets', targetsOf(before), targetsOf(after)),
    ...COUNTS.flatMap(what =>
      differing(what, before.summary[what], after.summary[what]),
    ),
    ...ACTIONS.flatMap(action =>
      differing(
        'action',
        before.summary.actions[action],
        after.summary.actions[action],
      ).map(each => ({ ...each, action })),
    ),
    ...differing('factors', factorsOf(before), factorsOf(after)),
    ...specDifferences(before, after),
  ] as Difference[];
}

function differing<W extends string, T>(what: W, before: T, after: T) {
  return isEqual(before, after) ? [] : [{ what, before, after }];
}

function targetsOf({ summary }: Compared): string[] {
  return summary.namespaces.map(({ name }) => name).sort();
}

/** Without who has consented, and why: that many of whom is what counts. */
function factorsOf({ factors }: Compared): ApprovalFactor[] {
  return factors
    .map(({ id, groups, workspace, count }) => ({
      id,
      groups,
      workspace,
      count,
      rules: [],
    }))
    .sort((a, b) => a.id.localeCompare(b.id));
}

function specDifferences(before: Compared, after: Compared): Difference[] {
  const [old, now] = [before.spec, after.spec] as Record<string, unknown>[];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .sort()
    .filter(field => !isEqual(old[field], now[field]))
    .map(field => ({
      what: 'spec',
      field,
      before: old[field],
      after: now[field],
    }));
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** With the keys of objects in order: their order means nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return value && typeof value === 'object'
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([key, each]) => [key, sorted(each)]),
      )
    : value;
}
