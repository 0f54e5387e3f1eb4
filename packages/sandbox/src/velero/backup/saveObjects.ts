import {
  groupResource,
  InventoryObject,
  SelectionProblem,
} from '@appgear/backstage-plugin-velero-common';
import { KubeObject } from '../../kubernetes';
import { messageOf, VeleroError } from '../errors';
import { VeleroContext } from '../VeleroContext';
import { BackupWork } from './BackupWork';
import { runHooks } from './hooks';
import { VolumeSaver } from './volumes/VolumeSaver';

/** Pods before claims, claims before volumes: as one brings the other along. */
const ORDER = ['Pod', 'PersistentVolumeClaim', 'PersistentVolume'];

/**
 * Saves the objects of a backup, and starts saving the data of their volumes.
 * What goes wrong with one object is logged, and the others go on.
 * Source: Velero 1.18.2, pkg/backup/{backup,item_backupper}.go.
 */
export function saveObjects(
  work: BackupWork,
  selected: readonly InventoryObject[],
  context: VeleroContext,
): void {
  const volumes = new VolumeSaver(context, work);
  const withFailedHooks = runHooks(work, selected, context);
  for (const item of inOrder(selected)) {
    const object = context.cluster.get(item);
    if (!object) {
      continue;
    }
    work.list(object);
    work.log.info('Backing up item', {
      resource: groupResource(item),
      namespace: item.namespace,
      name: item.name,
    });
    if (withFailedHooks.has(item)) {
      continue;
    }
    work.keep(item, object);
    try {
      const fault = context.faults.ofItem('backup', object);
      if (fault) {
        throw new VeleroError(fault);
      }
      saveVolumeOf(object, volumes);
    } catch (error) {
      work.fail(item, messageOf(error));
    }
  }
  volumes.finish();
}

function saveVolumeOf(object: KubeObject, volumes: VolumeSaver): void {
  if (object.apiVersion !== 'v1') {
    return;
  }
  switch (object.kind) {
    case 'Pod':
      volumes.savePod(object);
      break;
    case 'PersistentVolumeClaim':
      volumes.saveClaim(object);
      break;
    case 'PersistentVolume':
      volumes.saveVolume(object);
      break;
    default:
  }
}

/** What the selection found wrong, as the backup's log has it. */
export function logProblems(
  work: BackupWork,
  problems: readonly SelectionProblem[],
): void {
  for (const { code, message } of problems) {
    if (code === 'namespaceMissing') {
      work.log.error(
        `fail to get the namespace ${message} specified in backup.Spec.IncludedNamespaces`,
        { resource: 'namespaces' },
      );
    } else {
      work.log.error(`Error listing items: ${message}`);
    }
  }
}

function inOrder(items: readonly InventoryObject[]): InventoryObject[] {
  const rank = ({ group, kind }: InventoryObject) =>
    group === '' && ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length;
  return [...items].sort((a, b) => rank(a) - rank(b));
}
