import {
  HookEffect,
  matchesLabelSelector,
  NameFilter,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';
import { BackedUpObject, ObjectDetails } from './input';

type ResourceHook = NonNullable<
  NonNullable<RestoreSpec['hooks']>['resources']
>[number];
type PostHook = NonNullable<ResourceHook['postHooks']>[number];

const EXEC = 'post.hook.restore.velero.io/';
const INIT = 'init.hook.restore.velero.io/';

/**
 * What will run in a restored pod. Hooks in a pod's own annotations, as backed
 * up, run even when the spec has none, and instead of those of the spec.
 * Source: Velero, internal/hook/item_hook_handler.go.
 */
export function hooksOf(pod: BackedUpObject, spec: RestoreSpec): HookEffect[] {
  return (['exec', 'init'] as const).flatMap(type => {
    const annotated = pod.details && fromAnnotations(pod.details, type);
    return annotated ? [annotated] : fromSpec(pod, spec, type);
  });
}

function fromAnnotations(
  { annotations }: ObjectDetails,
  type: HookEffect['type'],
): HookEffect | undefined {
  const prefix = type === 'exec' ? EXEC : INIT;
  const command = annotations[`${prefix}command`];
  if (!command) return undefined;
  const container =
    annotations[
      type === 'exec' ? `${prefix}container` : `${prefix}container-image`
    ];
  return {
    source: 'annotation',
    type,
    ...(container && { container }),
    command,
  };
}

function fromSpec(
  pod: BackedUpObject,
  spec: RestoreSpec,
  type: HookEffect['type'],
): HookEffect[] {
  return (spec.hooks?.resources ?? [])
    .filter(hook => appliesTo(hook, pod))
    .flatMap(hook =>
      (hook.postHooks ?? []).flatMap(post =>
        describe(post, type).map(effect => ({
          source: 'spec' as const,
          type,
          name: hook.name,
          ...effect,
          ...(isUnclear(hook, pod) && { unclear: true }),
        })),
      ),
    );
}

/** Namespaces are those before the mapping. */
function appliesTo(hook: ResourceHook, pod: BackedUpObject): boolean {
  const namespaces = new NameFilter(
    hook.includedNamespaces ?? [],
    hook.excludedNamespaces ?? [],
  );
  const resources = new NameFilter(
    hook.includedResources ?? [],
    hook.excludedResources ?? [],
  );
  const takesPods = ['pods', 'pod', 'po'].some(name =>
    resources.shouldInclude(name),
  );
  return (
    namespaces.shouldInclude(pod.namespace!) &&
    takesPods &&
    (!hook.labelSelector ||
      !pod.details ||
      matchesLabelSelector(hook.labelSelector, pod.details.labels))
  );
}

function isUnclear(hook: ResourceHook, pod: BackedUpObject): boolean {
  return Boolean(hook.labelSelector) && !pod.details;
}

function describe(
  post: PostHook,
  type: HookEffect['type'],
): Array<Pick<HookEffect, 'container' | 'command'>> {
  if (type === 'exec') {
    const { exec } = post;
    return exec
      ? [
          {
            ...(exec.container && { container: exec.container }),
            command: exec.command.join(' '),
          },
        ]
      : [];
  }
  return (post.init?.initContainers ?? []).map(container => ({
    ...(typeof container.image === 'string' && { container: container.image }),
    ...(Array.isArray(container.command) && {
      command: container.command.join(' '),
    }),
  }));
}
