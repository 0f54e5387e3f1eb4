import type { LabelSelector, LabelSelectorRequirement } from '../velero';

type Labels = Readonly<Record<string, string>> | undefined;

/**
 * Whether labels satisfy a selector. One without requirements is satisfied by
 * all labels; one with an operator that Kubernetes does not know, by none.
 * Source: k8s.io/apimachinery, pkg/apis/meta/v1/helpers.go and pkg/labels.
 *
 * @public
 */
export function matchesLabelSelector(
  selector: LabelSelector,
  labels: Labels,
): boolean {
  return requirementsOf(selector).every(requirement =>
    matchesRequirement(requirement, labels ?? {}),
  );
}

function matchesRequirement(
  { key, operator, values }: LabelSelectorRequirement,
  labels: Readonly<Record<string, string>>,
): boolean {
  const present = Object.prototype.hasOwnProperty.call(labels, key);
  const listed = present && (values ?? []).includes(labels[key]);
  switch (operator) {
    case 'In':
      return listed;
    case 'NotIn':
      return !listed;
    case 'Exists':
      return present;
    case 'DoesNotExist':
      return !present;
    default:
      return false;
  }
}

function requirementsOf(selector: LabelSelector): LabelSelectorRequirement[] {
  return [
    ...Object.entries(selector.matchLabels ?? {}).map(([key, value]) => ({
      key,
      operator: 'In',
      values: [value],
    })),
    ...(selector.matchExpressions ?? []),
  ];
}

/** Whether a selector asks for anything at all. @public */
export function isEmptyLabelSelector(selector: LabelSelector): boolean {
  return requirementsOf(selector).length === 0;
}

/**
 * What is wrong with a selector, in words for a person; empty when the API
 * server accepts it.
 *
 * @public
 */
export function labelSelectorProblems(selector: LabelSelector): string[] {
  return requirementsOf(selector).flatMap(({ key, operator, values }) => {
    const count = values?.length ?? 0;
    switch (operator) {
      case 'In':
      case 'NotIn':
        return count > 0 ? [] : [`${operator} on "${key}" needs a value`];
      case 'Exists':
      case 'DoesNotExist':
        return count === 0 ? [] : [`${operator} on "${key}" takes no value`];
      default:
        return [`"${operator}" on "${key}" is not an operator`];
    }
  });
}

/**
 * In kubectl's notation, such as `app=web,tier in (a,b),!legacy`. Empty for a
 * selector without requirements. Requirements are sorted by key, as kubectl
 * prints them.
 *
 * @public
 */
export function formatLabelSelector(selector: LabelSelector): string {
  const matchLabels = Object.entries(selector.matchLabels ?? {}).map(
    ([key, value]) => ({ key, text: `${key}=${value}` }),
  );
  const matchExpressions = (selector.matchExpressions ?? []).map(
    requirement => ({
      key: requirement.key,
      text: formatRequirement(requirement),
    }),
  );
  return [...matchLabels, ...matchExpressions]
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ text }) => text)
    .join(',');
}

function formatRequirement(requirement: LabelSelectorRequirement): string {
  const { key, operator } = requirement;
  const values = [...(requirement.values ?? [])].sort().join(',');
  switch (operator) {
    case 'In':
      return `${key} in (${values})`;
    case 'NotIn':
      return `${key} notin (${values})`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
    default:
      return `${key} ${operator} (${values})`;
  }
}

const TERM =
  /^\s*(?:(!)\s*([^\s!=,()]+)|([^\s!=,()]+)(?:\s*(==|=|!=)\s*([^\s,()]*)|\s+(in|notin)\s*\(([^()]*)\))?)\s*(?:,|$)/;

/**
 * Reads kubectl's notation: `a=b`, `a==b`, `a!=b`, `a in (b,c)`,
 * `a notin (b)`, `a`, `!a`, with commas between. Throws an error that says
 * where it stopped.
 *
 * @public
 */
export function parseLabelSelector(text: string): LabelSelector {
  const selector: Required<LabelSelector> = {
    matchLabels: {},
    matchExpressions: [],
  };
  let rest = text.trim();
  while (rest !== '') {
    const match = TERM.exec(rest);
    if (!match) {
      throw new Error(
        `Not a label selector, from "${rest}" on. Write it as kubectl takes it, such as app=web,tier in (a,b)`,
      );
    }
    addTerm(selector, match);
    rest = rest.slice(match[0].length);
  }
  return {
    ...(Object.keys(selector.matchLabels).length > 0 && {
      matchLabels: selector.matchLabels,
    }),
    ...(selector.matchExpressions.length > 0 && {
      matchExpressions: selector.matchExpressions,
    }),
  };
}

function addTerm(
  selector: Required<LabelSelector>,
  [, not, absent, key, sign, value, set, list]: RegExpExecArray,
): void {
  const add = (requirement: LabelSelectorRequirement) =>
    selector.matchExpressions.push(requirement);
  if (not) {
    add({ key: absent, operator: 'DoesNotExist' });
  } else if (set) {
    const values = list.split(',').map(item => item.trim());
    add({ key, operator: set === 'in' ? 'In' : 'NotIn', values });
  } else if (sign === '!=') {
    add({ key, operator: 'NotIn', values: [value] });
  } else if (!sign) {
    add({ key, operator: 'Exists' });
  } else if (Object.hasOwn(selector.matchLabels, key)) {
    add({ key, operator: 'In', values: [value] });
  } else {
    selector.matchLabels[key] = value;
  }
}
