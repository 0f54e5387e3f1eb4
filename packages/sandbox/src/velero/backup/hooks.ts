import {
  InventoryObject,
  matchesLabelSelector,
} from '@appgear/backstage-plugin-velero-common';
import { VeleroContext } from '../VeleroContext';
import { BackupWork } from './BackupWork';

const COMMANDS = [
  'hook.backup.velero.io/command',
  'pre.hook.backup.velero.io/command',
  'post.hook.backup.velero.io/command',
];

/**
 * How many hooks run in the pods of a backup: from a pod's annotations, else
 * from the backup's spec. There is nothing here to run them in: all succeed.
 * Source: Velero 1.18.2, internal/hook/item_hook_handler.go.
 */
export function countHooks(
  { backup }: BackupWork,
  selected: readonly InventoryObject[],
  { cluster }: VeleroContext,
): number {
  return selected
    .filter(({ group, kind }) => group === '' && kind === 'Pod')
    .reduce((count, item) => {
      const annotations = cluster.get(item)?.metadata.annotations ?? {};
      const annotated = COMMANDS.filter(command => command in annotations);
      return count + (annotated.length || hooksBySpec(backup.spec, item));
    }, 0);
}

function hooksBySpec(
  { hooks }: BackupWork['backup']['spec'],
  pod: InventoryObject,
): number {
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
