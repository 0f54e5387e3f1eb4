import {
  LabelSelector,
  matchesLabelSelector,
} from '@appgear/backstage-plugin-velero-common';
import { applyPatch, Operation } from 'fast-json-patch';
import { isDeepStrictEqual } from 'util';
import { parse } from 'yaml';
import { KubeObject } from '../../kubernetes';
import { VeleroError } from '../errors';
import { Restore } from '../VeleroApi';
import { VeleroContext } from '../VeleroContext';
import { mergePatch } from './mergePatch';

/** Rules that change objects on their way back. */
export interface Modifiers {
  version: string;
  resourceModifierRules: Rule[];
}

interface Rule {
  conditions: {
    groupResource: string;
    resourceNameRegex?: string;
    namespaces?: string[];
    labelSelector?: LabelSelector;
    matches?: Array<{ path: string; value: string }>;
  };
  patches?: Array<{
    operation: string;
    path: string;
    value?: string;
    from?: string;
  }>;
  mergePatches?: Array<{ patchData: string }>;
  strategicPatches?: Array<{ patchData: string }>;
}

const OPERATIONS = ['add', 'remove', 'replace', 'test', 'move', 'copy'];

/**
 * The modifiers that a restore names, if it does.
 * Source: Velero 1.18.2, internal/resourcemodifiers.
 *
 * @throws in Velero's words, when they are missing or cannot be read
 */
export function readModifiers(
  { spec }: Restore,
  { cluster, config }: VeleroContext,
): Modifiers | undefined {
  if (spec.resourceModifier?.kind.toLowerCase() !== 'configmap') {
    return undefined;
  }
  const { name } = spec.resourceModifier;
  const where = `${config.namespace}/${name}`;
  const map = cluster.get({
    group: '',
    plural: 'configmaps',
    namespace: config.namespace,
    name,
  });
  if (!map) {
    throw new VeleroError(
      `failed to get resource modifiers configmap ${where}`,
    );
  }
  try {
    return check(parseModifiers(map, where));
  } catch (error) {
    throw new VeleroError(
      `Error in parsing resource modifiers provided in configmap ${where}: ${
        (error as Error).message
      }`,
    );
  }
}

function parseModifiers(map: KubeObject, where: string): Modifiers {
  const texts = Object.values<string>(map.data ?? {});
  if (texts.length !== 1) {
    throw new VeleroError(`illegal resource modifiers ${where} configmap`);
  }
  return parse(texts[0]) ?? {};
}

function check(modifiers: Modifiers): Modifiers {
  if (modifiers.version?.toLowerCase() !== 'v1') {
    throw new VeleroError(
      `unsupported resource modifier version ${modifiers.version ?? ''}`,
    );
  }
  if (!modifiers.resourceModifierRules?.length) {
    throw new VeleroError('resource modifier rules cannot be empty');
  }
  for (const { conditions, patches = [] } of modifiers.resourceModifierRules) {
    if (!conditions?.groupResource) {
      throw new VeleroError('groupkResource cannot be empty');
    }
    for (const { operation, path } of patches) {
      if (!OPERATIONS.includes(operation?.toLowerCase())) {
        throw new VeleroError(`unsupported operation ${operation}`);
      }
      if (!path) {
        throw new VeleroError('path cannot be empty');
      }
    }
  }
  return modifiers;
}

/**
 * Applies what fits to one object, in place.
 *
 * @returns what could not be applied
 */
export function modify(
  object: KubeObject,
  groupResource: string,
  { resourceModifierRules: rules }: Modifiers,
): string[] {
  const origin = structuredClone(object);
  return rules
    .filter(rule => fits(rule, origin, groupResource))
    .flatMap(rule => {
      try {
        Object.assign(object, patched(object, rule));
        return [];
      } catch (error) {
        return [`error in applying patch ${(error as Error).message}`];
      }
    });
}

function fits(
  { conditions }: Rule,
  object: KubeObject,
  groupResource: string,
): boolean {
  const { namespace, name, labels } = object.metadata;
  const { namespaces, resourceNameRegex, labelSelector, matches } = conditions;
  return (
    (!namespace ||
      !namespaces?.length ||
      namespaces.includes('*') ||
      namespaces.includes(namespace)) &&
    globMatches(conditions.groupResource, groupResource) &&
    (!resourceNameRegex || new RegExp(resourceNameRegex).test(name)) &&
    (!labelSelector || matchesLabelSelector(labelSelector, labels)) &&
    (matches ?? []).every(({ path, value }) =>
      isDeepStrictEqual(at(object, path), value),
    )
  );
}

/** Parts between dots are matched one by one: `*` stands for one part. */
function globMatches(pattern: string, text: string): boolean {
  const source = pattern
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^.]*');
  return new RegExp(`^${source}$`).test(text);
}

function at(object: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce<any>((value, part) => value?.[part], object);
}

function patched(object: KubeObject, rule: Rule): KubeObject {
  if (rule.patches?.length) {
    const operations = rule.patches.map(({ operation, value, ...rest }) => ({
      ...rest,
      op: operation.toLowerCase(),
      // Values are text, and read as YAML would: numbers and booleans too.
      ...(value === undefined ? {} : { value: parse(value) }),
    })) as Operation[];
    return applyPatch(structuredClone(object), operations, true).newDocument;
  }
  const merges = rule.mergePatches ?? rule.strategicPatches ?? [];
  if (merges.length === 0) {
    throw new VeleroError('no patch data found');
  }
  return merges.reduce(
    (result, { patchData }) => mergePatch(result, parse(patchData)),
    object,
  );
}
