import {
  groupResource,
  objectKey,
  ObjectRef,
} from '@appgear/backstage-plugin-velero-common';
import { KubeObject } from '../../kubernetes';
import { ArchivedItem } from '../persistence/archive';
import { Backup } from '../VeleroApi';
import { BackupLog } from './BackupLog';
import { Operation } from './operations';
import { VolumeInfo } from './volumes/volumeInfo';

/** One backup while it is being made: what it holds so far, and what went wrong. */
export class BackupWork {
  /** What goes into the tarball. */
  readonly items = new Map<string, ArchivedItem>();
  /** Work that goes on after the objects are saved. */
  readonly operations: Operation[] = [];
  /** Names of the PodVolumeBackups it waits for. */
  readonly podVolumeBackups = new Set<string>();
  readonly volumeInfos: VolumeInfo[] = [];
  nativeSnapshots = 0;
  hooksAttempted = 0;
  hooksFailed = 0;
  readonly #listed = new Map<string, Set<string>>();
  #count = 0;

  constructor(readonly backup: Backup, readonly log: BackupLog) {}

  get name(): string {
    return this.backup.metadata.name;
  }

  get count(): number {
    return this.#count;
  }

  /** Puts an object on the list: before it is known whether it can be saved. */
  list({ apiVersion, kind, metadata }: KubeObject): void {
    const resource = `${apiVersion}/${kind}`;
    const { namespace, name } = metadata;
    const entry = namespace ? `${namespace}/${name}` : name;
    const entries = this.#listed.get(resource) ?? new Set();
    this.#count += entries.has(entry) ? 0 : 1;
    this.#listed.set(resource, entries.add(entry));
  }

  keep(ref: ObjectRef, object: KubeObject): void {
    this.items.set(objectKey(ref), {
      groupResource: groupResource(ref),
      namespace: ref.namespace,
      object,
    });
  }

  /** Takes an object out of the tarball, not off the list, as Velero does. */
  fail(ref: ObjectRef, error: string): void {
    this.items.delete(objectKey(ref));
    // By its name only: neither kind nor namespace (pkg/backup/backup.go).
    this.log.error('Error backing up item', { name: ref.name, error });
  }

  /** The backup's ResourceList. */
  resourceList(): Record<string, string[]> {
    return Object.fromEntries(
      [...this.#listed]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([resource, entries]) => [resource, [...entries].sort()]),
    );
  }
}
