import {
  LabelSelector,
  matchesLabelSelector,
  NameFilter,
} from '@appgear/backstage-plugin-velero-common';
import { parse } from 'yaml';
import { BackedUpObject } from './input';

/** Whether a rule of a resource modifier may change an object. */
export type ModifierRule = (
  object: BackedUpObject,
  resource: string,
) => boolean;

interface Conditions {
  groupResource?: string;
  namespaces?: string[];
  resourceNameRegex?: string;
  labelSelector?: LabelSelector;
}

/**
 * The rules of a resourceModifier ConfigMap, as far as they say which objects
 * they are for. Conditions on fields (`matches`) are taken to hold: what is
 * said is that an object may change.
 * Source: Velero, internal/resourcemodifiers/resource_modifiers.go.
 */
export function readModifierRules(
  data: Record<string, string> | undefined,
): ModifierRule[] {
  return readConditions(data).map(conditions => {
    const resources = globWithoutDots(conditions.groupResource ?? '');
    const namespaces = new NameFilter(conditions.namespaces ?? [], []);
    const name = readRegex(conditions.resourceNameRegex);
    const { labelSelector } = conditions;
    return (object, resource) =>
      resources.test(resource) &&
      (object.namespace === undefined ||
        namespaces.shouldInclude(object.namespace)) &&
      name.test(object.name) &&
      (!labelSelector ||
        !object.details ||
        matchesLabelSelector(labelSelector, object.details.labels));
  });
}

/**
 * Why a ConfigMap is no resource modifier to Velero; undefined when it is one.
 */
export function whyNoModifier(
  data: Record<string, string>,
): string | undefined {
  if (Object.keys(data).length !== 1) {
    return 'it must have exactly one key';
  }
  try {
    const rules = parse(Object.values(data)[0])?.resourceModifierRules;
    return Array.isArray(rules) && rules.length > 0
      ? undefined
      : 'it has no resourceModifierRules';
  } catch (error) {
    return `it is not YAML: ${(error as Error).message.split('\n')[0]}`;
  }
}

function readConditions(
  data: Record<string, string> | undefined,
): Conditions[] {
  if (!data || whyNoModifier(data)) return [];
  const { resourceModifierRules } = parse(Object.values(data)[0]);
  return resourceModifierRules.map(
    (rule: { conditions?: Conditions }) => rule?.conditions ?? {},
  );
}

/** `*` stays within a part of `deployments.apps`, as Velero compiles it here. */
function globWithoutDots(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$+()|.{}]/g, '\\$&')
    .replaceAll('**', '\0')
    .replaceAll('*', '[^.]*')
    .replaceAll('?', '[^.]')
    .replaceAll('\0', '.*');
  return new RegExp(`^${source}$`);
}

/**
 * Go reads any pattern in linear time, JavaScript does not, and whoever may
 * write the ConfigMap must not be able to stop the portal. What is not plainly
 * harmless, or not readable, matches everything: better said than missed.
 */
function readRegex(source = ''): RegExp {
  const quantifiers = source.match(/[*+{]/g)?.length ?? 0;
  if (/[()]/.test(source) || quantifiers > 2) return /^/;
  try {
    return new RegExp(source);
  } catch {
    return /^/;
  }
}
