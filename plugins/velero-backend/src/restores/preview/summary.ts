import {
  EffectAction,
  ObjectEffect,
  PreviewSummary,
  TargetNamespace,
} from '@appgear/backstage-plugin-velero-common';
import { PreviewInput } from './input';
import { TakenObjects } from './taken';

const NONE: PreviewSummary['actions'] = {
  create: 0,
  skip: 0,
  patch: 0,
  notRestored: 0,
  unclear: 0,
};

/** Whether something in the cluster becomes other than it was, for all one knows. */
export function changesCluster(effect: ObjectEffect): boolean {
  return effect.action !== 'skip' && effect.action !== 'notRestored';
}

/** All effects in numbers. */
export function summarize(
  effects: readonly ObjectEffect[],
  namespaces: TargetNamespace[],
): PreviewSummary {
  const changing = effects.filter(changesCluster);
  const many = (test: (effect: ObjectEffect) => unknown) =>
    changing.filter(test).length;
  return {
    actions: { ...NONE, ...countBy(effects.map(({ action }) => action)) },
    resources: byResource(effects),
    namespaces,
    volumes: countBy(effects.flatMap(({ volume }) => volume?.data ?? [])),
    secrets: many(({ resource }) => resource === 'secrets'),
    clusterScoped: many(
      ({ namespace, resource }) =>
        namespace === undefined && resource !== 'namespaces',
    ),
    podsWithHooks: many(({ hooks }) => hooks),
    changed: many(({ changes }) => changes),
    crossingTenants: many(({ crossesTenant }) => crossesTenant),
    unclear: countBy(effects.flatMap(({ unclear }) => unclear ?? [])),
  };
}

function byResource(
  effects: readonly ObjectEffect[],
): PreviewSummary['resources'] {
  const resources = new Map<string, EffectAction[]>();
  for (const { resource, action } of effects) {
    const actions = resources.get(resource);
    if (actions) actions.push(action);
    else resources.set(resource, [action]);
  }
  return [...resources]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([resource, actions]) => ({ resource, actions: countBy(actions) }));
}

/** The namespaces written into, by name: those in which something is taken. */
export function targetNamespaces(
  input: PreviewInput,
  taken: TakenObjects,
  effects: readonly ObjectEffect[],
): TargetNamespace[] {
  const sources = new Map<string, string[]>();
  const add = (source: string) => {
    const target = input.spec.namespaceMapping?.[source] ?? source;
    const known = sources.get(target) ?? [];
    if (!known.includes(source)) sources.set(target, [...known, source]);
  };
  taken.namespaces.forEach(add);
  for (const { object, kind, taken: itself } of taken.candidates) {
    if (kind.resource === 'namespaces' && itself.taken !== false) {
      add(object.name);
    }
  }
  const changes = countBy(
    effects.filter(changesCluster).flatMap(({ namespace }) => namespace ?? []),
  );
  return [...sources]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, from]) => {
      const live = input.target.namespace(name);
      const belonging = live ?? input.backup.namespaces.get(from[0]);
      return {
        name,
        sources: from.sort(),
        exists: live !== undefined,
        ...(belonging?.workspace && { workspace: belonging.workspace }),
        ...(belonging?.tenant && { tenant: belonging.tenant }),
        changes: changes[name] ?? 0,
      };
    });
}

function countBy<T extends string>(
  items: readonly T[],
): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}
