import type * as velero from '@appgear/backstage-plugin-velero-common';
import {
  ClusterStore,
  KubeObject,
  NewKubeObject,
  ResourceType,
  WatchEvent,
} from '../kubernetes';

/** An object of Velero's as the cluster holds it: with all of its metadata. */
export type Stored<T extends velero.KubernetesObject> = KubeObject & {
  spec: NonNullable<T['spec']>;
  status?: NonNullable<T['status']>;
};

export type Backup = Stored<velero.Backup>;
export type Restore = Stored<velero.Restore>;
export type Schedule = Stored<velero.Schedule>;
export type BackupStorageLocation = Stored<velero.BackupStorageLocation>;
export type VolumeSnapshotLocation = Stored<velero.VolumeSnapshotLocation>;
export type PodVolumeBackup = Stored<velero.PodVolumeBackup>;
export type PodVolumeRestore = Stored<velero.PodVolumeRestore>;
export type BackupRepository = Stored<velero.BackupRepository>;
export type DeleteBackupRequest = Stored<velero.DeleteBackupRequest>;
export type DownloadRequest = Stored<velero.DownloadRequest>;
export type ServerStatusRequest = Stored<velero.ServerStatusRequest>;
export type DataUpload = Stored<velero.DataUpload>;
export type DataDownload = Stored<velero.DataDownload>;

/** One kind of Velero's, in the namespace that the server works in. */
export class VeleroKind<T extends KubeObject> {
  constructor(
    readonly store: ClusterStore,
    readonly type: ResourceType,
    readonly namespace: string,
  ) {}

  list(): T[] {
    return this.store.list(this.type, this.namespace) as T[];
  }

  get(name: string): T | undefined {
    return this.store.get(this.type, name, this.namespace) as T | undefined;
  }

  create(object: {
    metadata: NewKubeObject['metadata'];
    spec: T['spec'];
    status?: T['status'];
  }): T {
    return this.store.create({
      apiVersion: `${this.type.group}/${this.type.version}`,
      kind: this.type.kind,
      ...object,
      metadata: { ...object.metadata, namespace: this.namespace },
    }) as T;
  }

  modify(name: string, change: (object: T) => void): T {
    return this.store.modify(this.type, name, this.namespace, object =>
      change(object as T),
    ) as T;
  }

  /** Writes some fields of the status; undefined takes one away. */
  patchStatus(name: string, fields: Partial<NonNullable<T['status']>>): T {
    return this.modify(name, object => {
      (object as KubeObject).status = { ...object.status, ...fields };
    });
  }

  delete(name: string): void {
    this.store.delete(this.type, name, this.namespace);
  }

  /** Calls back after each change in the namespace; returns how to stop. */
  subscribe(
    listener: (event: { type: WatchEvent['type']; object: T }) => void,
  ): () => void {
    return this.store.subscribe(this.type, ({ type, object }) => {
      if (object.metadata.namespace === this.namespace) {
        listener({ type, object: object as T });
      }
    });
  }
}

/** Velero's kinds in one cluster, as its server and its users see them. */
export type VeleroApi = ReturnType<typeof veleroApi>;

/** @throws when the cluster does not serve Velero's kinds. */
export function veleroApi(store: ClusterStore, namespace: string) {
  function kind<T extends KubeObject>(plural: string): VeleroKind<T> {
    const type = store.resourceType(plural, 'velero.io');
    if (!type) {
      throw new Error(
        `This cluster does not serve ${plural}.velero.io: create it with Velero's CRDs.`,
      );
    }
    return new VeleroKind<T>(store, type, namespace);
  }
  return {
    backups: kind<Backup>('backups'),
    restores: kind<Restore>('restores'),
    schedules: kind<Schedule>('schedules'),
    storageLocations: kind<BackupStorageLocation>('backupstoragelocations'),
    snapshotLocations: kind<VolumeSnapshotLocation>('volumesnapshotlocations'),
    podVolumeBackups: kind<PodVolumeBackup>('podvolumebackups'),
    podVolumeRestores: kind<PodVolumeRestore>('podvolumerestores'),
    repositories: kind<BackupRepository>('backuprepositories'),
    deleteRequests: kind<DeleteBackupRequest>('deletebackuprequests'),
    downloadRequests: kind<DownloadRequest>('downloadrequests'),
    statusRequests: kind<ServerStatusRequest>('serverstatusrequests'),
    dataUploads: kind<DataUpload>('datauploads'),
    dataDownloads: kind<DataDownload>('datadownloads'),
  };
}
