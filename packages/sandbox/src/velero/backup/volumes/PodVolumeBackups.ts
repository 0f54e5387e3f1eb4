import { KubeObject } from '../../../kubernetes';
import { labelValue } from '../../labels';
import { ensureRepository } from '../../repositories';
import { PodVolumeBackup } from '../../VeleroApi';
import { VeleroContext } from '../../VeleroContext';
import { BackupWork } from '../BackupWork';
import { PodVolume } from './podVolumes';

/**
 * Asks the node agent to read volumes of running pods.
 * Source: Velero 1.18.2, pkg/podvolume/backupper.go.
 */
export class PodVolumeBackups {
  readonly #context: VeleroContext;
  readonly #work: BackupWork;
  /** A claim that several pods mount is read once. */
  readonly #taken = new Set<string>();

  constructor(context: VeleroContext, work: BackupWork) {
    this.#context = context;
    this.#work = work;
  }

  /** @returns the names of the claims that are read */
  save(pod: KubeObject, volumes: readonly PodVolume[]): string[] {
    const { storageLocation } = this.#work.backup.spec;
    ensureRepository(this.#context, pod.metadata.namespace!, storageLocation!);
    return volumes.flatMap(volume => this.#saveVolume(pod, volume) ?? []);
  }

  #saveVolume(pod: KubeObject, volume: PodVolume): string | undefined {
    if (!isMounted(pod, volume.name)) {
      this.#work.log.warn(
        `volume ${volume.name} is declared in pod ${pod.metadata.namespace}/${pod.metadata.name} but not mounted by any container, skipping`,
      );
      return undefined;
    }
    const claim = volume.persistentVolumeClaim?.claimName;
    const key = `${pod.metadata.namespace}/${claim}`;
    if (claim && this.#taken.has(key)) {
      return undefined;
    }
    this.#taken.add(key);
    const created = this.#create(pod, volume, claim);
    this.#work.podVolumeBackups.add(created.metadata.name);
    return claim;
  }

  #create(pod: KubeObject, { name }: PodVolume, claim?: string) {
    const { backup } = this.#work;
    const { namespace, name: podName, uid: podUid } = pod.metadata;
    const claimUid =
      claim &&
      this.#context.cluster.get({
        group: '',
        plural: 'persistentvolumeclaims',
        namespace,
        name: claim,
      })?.metadata.uid;
    return this.#context.api.podVolumeBackups.create({
      metadata: {
        generateName: `${backup.metadata.name}-`,
        labels: {
          'velero.io/backup-name': labelValue(backup.metadata.name),
          'velero.io/backup-uid': backup.metadata.uid,
          ...(claimUid ? { 'velero.io/pvc-uid': claimUid } : {}),
        },
        annotations: claim ? { 'velero.io/pvc-name': claim } : undefined,
        ownerReferences: [ownerOf(backup)],
      },
      spec: {
        node: pod.spec.nodeName,
        pod: { kind: 'Pod', namespace, name: podName, uid: podUid },
        volume: name,
        backupStorageLocation: backup.spec.storageLocation!,
        repoIdentifier: '',
        uploaderType: 'kopia',
        tags: {
          backup: backup.metadata.name,
          'backup-uid': backup.metadata.uid,
          pod: podName,
          'pod-uid': podUid,
          ns: namespace!,
          volume: name,
          ...(claimUid ? { 'pvc-uid': claimUid } : {}),
        },
      } as PodVolumeBackup['spec'],
    });
  }
}

/** What makes an object go when its backup goes. */
export function ownerOf({ apiVersion, kind, metadata }: KubeObject) {
  const { name, uid } = metadata;
  return { apiVersion, kind, name, uid, controller: true };
}

function isMounted({ spec }: KubeObject, volume: string): boolean {
  return (spec.containers ?? []).some((container: any) =>
    container.volumeMounts?.some((mount: any) => mount.name === volume),
  );
}
