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

/**
 * Runs the hooks of a backup's pods: those of a pod's annotations, else those
 * of the backup's spec. There is nothing here to run them in, so that all
 * succeed but those of pods that are on no node.
 * Source: Velero 1.18.2, internal/hook/item_hook_handler.go.
 */
export function runHooks(
  work: BackupWork,
  selected: readonly InventoryObject[],
  { cluster }: VeleroContext,
): void {
  for (const item of selected) {
    const pod = item.group === '' && item.kind === 'Pod' && cluster.get(item);
    if (!pod) {
      continue;
    }
    const hooks = hooksOf(pod, work.backup, item);
    work.hooksAttempted += hooks;
    if (hooks > 0 && !pod.spec?.nodeName) {
      work.hooksFailed += hooks;
      work.log.error('Error executing hook', {
        error: `pod ${pod.metadata.name} does not have a host assigned`,
      });
    }
  }
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
