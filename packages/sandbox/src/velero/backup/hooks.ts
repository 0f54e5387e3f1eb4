import {
  InventoryObject,
  matchesLabelSelector,
} from '@appgear/backstage-plugin-velero-common';
import { KubeObject } from '../../kubernetes';
import { Backup } from '../VeleroApi';
import { VeleroContext } from '../VeleroContext';
import { BackupWork } from './BackupWork';

const COMMANDS = [
  'hook.backup.velero.io/command',
  'pre.hook.backup.velero.io/command',
  'post.hook.backup.velero.io/command',
];

const ON_ERROR = [
  'hook.backup.velero.io/on-error',
  'pre.hook.backup.velero.io/on-error',
];

/**
 * Runs the hooks of a backup's pods: those of a pod's annotations, else those
 * of the backup's spec. There is nothing here to run them in, so that all
 * succeed but those of pods that are on no node.
 * Source: Velero 1.18.2, internal/hook/item_hook_handler.go and
 * pkg/backup/backup.go, backupItemBlock.
 *
 * @returns the pods that are not saved because a hook of theirs failed
 */
export function runHooks(
  work: BackupWork,
  selected: readonly InventoryObject[],
  { cluster }: VeleroContext,
): Set<InventoryObject> {
  const failed = new Set<InventoryObject>();
  for (const item of selected) {
    const pod = item.group === '' && item.kind === 'Pod' && cluster.get(item);
    const hooks = pod ? hooksOf(pod, work.backup, item) : 0;
    work.hooksAttempted += hooks;
    if (pod && hooks > 0 && !pod.spec?.nodeName) {
      work.hooksFailed += hooks;
      const error = `pod ${item.name} does not have a host assigned`;
      work.log.error('Error executing hook', { error });
      if (failsPod(pod)) {
        failed.add(item);
        const { name } = item;
        work.log.error('Error running pre hooks for pod', { name, error });
      }
    }
  }
  return failed;
}

/** Only when it is said: else a failing hook is an error, and the pod is saved. */
function failsPod({ metadata }: KubeObject): boolean {
  return ON_ERROR.some(key => metadata.annotations?.[key] === 'Fail');
}

function hooksOf(
  { metadata }: KubeObject,
  { spec }: Backup,
  item: InventoryObject,
): number {
  const annotations = metadata.annotations ?? {};
  const annotated = COMMANDS.filter(command => command in annotations);
  return annotated.length || hooksBySpec(spec, item);
}

function hooksBySpec({ hooks }: Backup['spec'], pod: InventoryObject): number {
  return (hooks?.resources ?? [])
    .filter(
      ({ includedNamespaces, excludedNamespaces, labelSelector }) =>
        (!includedNamespaces?.length ||
          includedNamespaces.includes('*') ||
          includedNamespaces.includes(pod.namespace!)) &&
        !excludedNamespaces?.includes(pod.namespace!) &&
        (!labelSelector || matchesLabelSelector(labelSelector, pod.labels)),
    )
    .reduce(
      (count, { pre, post }) =>
        count + (pre?.length ?? 0) + (post?.length ?? 0),
      0,
    );
}
