import { ObjectRef } from '@appgear/backstage-plugin-velero-common';
import { KubeObject, NewKubeObject } from '../../kubernetes';
import { messageOf, VeleroError } from '../errors';
import { labelValue } from '../labels';
import { ArchivedItem } from '../persistence/archive';
import { VeleroContext } from '../VeleroContext';
import { meetExisting } from './existing';
import { modify } from './modifiers';
import { isCompleted, runActions, withoutIdentity } from './prepareItem';
import { RestoreFilter } from './RestoreFilter';
import { RestoreWork } from './RestoreWork';
import { settle } from './settle';
import { VolumeRestorer } from './VolumeRestorer';

/**
 * Brings items of a backup back, one by one: what is missing is created, what
 * exists is met with the restore's policy.
 * Source: Velero 1.18.2, pkg/restore/restore.go, restoreItem.
 */
export class ItemRestorer {
  readonly #context: VeleroContext;
  readonly #work: RestoreWork;
  readonly #filter: RestoreFilter;
  readonly #volumes: VolumeRestorer;

  constructor(
    context: VeleroContext,
    work: RestoreWork,
    filter: RestoreFilter,
  ) {
    this.#context = context;
    this.#work = work;
    this.#filter = filter;
    this.#volumes = new VolumeRestorer(context, work);
  }

  restore(item: ArchivedItem): void {
    if (item.groupResource === 'namespaces') {
      this.#ensureNamespace(item.object.metadata.name);
      return;
    }
    if (!this.#filter.allows(item) || isCompleted(item.object)) {
      return;
    }
    const namespace = item.namespace && this.#ensureNamespace(item.namespace);
    if (this.#work.begin(item.object, namespace)) {
      this.#restoreNew(item, namespace);
    }
  }

  #restoreNew(item: ArchivedItem, namespace: string | undefined): void {
    const { object: original, groupResource } = item;
    const { kind, metadata } = original;
    this.#work.log.info(`Attempting to restore ${kind}: ${metadata.name}.`, {
      groupResource,
      namespace: item.namespace,
      'original name': metadata.name,
    });
    try {
      const fault = this.#context.faults.ofItem('restore', original);
      if (fault) {
        throw new VeleroError(
          `error restoring ${idOf(item, namespace)}: ${fault}`,
        );
      }
      if (
        groupResource === 'persistentvolumes' &&
        this.#volumes.isProvisionedAnew(original)
      ) {
        return;
      }
      const object = this.#prepare(item, namespace);
      this.#createOrMeet(object, item, namespace);
    } catch (error) {
      this.#work.error(namespace, messageOf(error));
      this.#work.settle(original, namespace, 'failed');
    }
  }

  #prepare(item: ArchivedItem, namespace: string | undefined): KubeObject {
    const { restore, modifiers } = this.#work;
    const object = withoutIdentity(item.object);
    runActions(object, restore);
    this.#restoreRelated(item);
    if (item.groupResource === 'persistentvolumeclaims') {
      this.#volumes.prepareClaim(object);
    } else if (item.groupResource === 'persistentvolumes') {
      this.#volumes.prepareVolume(object);
    }
    if (modifiers) {
      for (const problem of modify(object, item.groupResource, modifiers)) {
        this.#work.error(namespace, problem);
      }
    }
    if (namespace) {
      object.metadata.namespace = namespace;
    }
    object.metadata.labels = {
      ...object.metadata.labels,
      'velero.io/backup-name': labelValue(restore.spec.backupName!),
      'velero.io/restore-name': labelValue(restore.metadata.name),
    };
    return object;
  }

  #createOrMeet(
    object: KubeObject,
    item: ArchivedItem,
    namespace: string | undefined,
  ): void {
    const living = this.#context.cluster.get(refOf(item, object, namespace));
    if (living) {
      const action = meetExisting(this.#work, object, living, this.#context);
      this.#work.settle(item.object, namespace, action);
      return;
    }
    const created = this.#create(object, item, namespace);
    this.#work.settle(item.object, namespace, 'created');
    settle(created, this.#context);
    if (item.groupResource === 'persistentvolumeclaims') {
      this.#volumes.restoreClaim(item.object, created);
    } else if (
      item.groupResource === 'pods' &&
      this.#filter.includesVolumes()
    ) {
      this.#volumes.restorePod(item.object, created);
    }
  }

  #create(
    object: KubeObject,
    item: ArchivedItem,
    namespace: string | undefined,
  ): KubeObject {
    try {
      // Who wrote what is compared with what lives, and then the server's to say.
      delete object.metadata.managedFields;
      return this.#context.api.restores.store.create(object as NewKubeObject);
    } catch (error) {
      throw new VeleroError(
        `error restoring ${idOf(item, namespace)}: ${messageOf(error)}`,
      );
    }
  }

  /** A claim brings its volume, a pod its claims. */
  #restoreRelated({ object, groupResource, namespace }: ArchivedItem): void {
    if (groupResource === 'persistentvolumeclaims') {
      if (object.status?.phase === 'Bound' && object.spec?.volumeName) {
        this.#restoreAlong('persistentvolumes', '', object.spec.volumeName);
      }
    } else if (groupResource === 'pods') {
      for (const { persistentVolumeClaim } of object.spec?.volumes ?? []) {
        if (persistentVolumeClaim) {
          this.#restoreAlong(
            'persistentvolumeclaims',
            namespace!,
            persistentVolumeClaim.claimName,
          );
        }
      }
    }
  }

  #restoreAlong(resource: string, namespace: string, name: string): void {
    const item = this.#work.items.get(`${resource}/${namespace}/${name}`);
    if (item) {
      this.restore(item);
      return;
    }
    const place = namespace ? `namespaces/${namespace}` : 'cluster';
    this.#work.warn(
      namespace,
      `stat resources/${resource}/${place}/${name}.json: no such file or directory`,
    );
  }

  /** @returns the namespace that it goes to */
  #ensureNamespace(original: string): string {
    const { restore, items } = this.#work;
    const name = restore.spec.namespaceMapping?.[original] ?? original;
    const ref = { group: '', plural: 'namespaces', name };
    if (!this.#context.cluster.get(ref)) {
      const saved = items.get(`namespaces//${original}`)?.object;
      const { 'kubernetes.io/metadata.name': _, ...labels } =
        saved?.metadata.labels ?? {};
      const created = this.#context.api.restores.store.create({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name,
          labels,
          annotations: saved?.metadata.annotations,
        },
        spec: saved?.spec,
      });
      this.#work.settle(created, undefined, 'created');
    }
    return name;
  }
}

function refOf(
  { groupResource }: ArchivedItem,
  { metadata }: KubeObject,
  namespace: string | undefined,
): ObjectRef {
  const [plural, ...group] = groupResource.split('.');
  return { group: group.join('.'), plural, namespace, name: metadata.name };
}

function idOf(
  { groupResource, object }: ArchivedItem,
  namespace: string | undefined,
): string {
  return [groupResource, namespace, object.metadata.name]
    .filter(Boolean)
    .join('/');
}
