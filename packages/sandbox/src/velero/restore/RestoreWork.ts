import { Result } from '../backup/BackupLog';
import { VolumeInfo } from '../backup/volumes/volumeInfo';
import { BackupLog } from '../backup/BackupLog';
import { KubeObject } from '../../kubernetes';
import { ArchivedItem } from '../persistence/archive';
import { Backup, Restore } from '../VeleroApi';
import { Modifiers } from './modifiers';

export type ItemAction = 'created' | 'updated' | 'failed' | 'skipped';

/** One restore while it runs: what it reads, what it did, what went wrong. */
export class RestoreWork {
  readonly warnings: Result = {};
  readonly errors: Result = {};
  /** Items of the backup by `deployments.apps/ns/name`. */
  readonly items = new Map<string, ArchivedItem>();
  readonly volumeInfos = new Map<string, VolumeInfo>();
  /** Volumes that are provisioned anew rather than restored. */
  readonly toProvision = new Set<string>();
  readonly renamedVolumes = new Map<string, string>();
  /** Names of the PodVolumeRestores and DataDownloads it waits for. */
  readonly podVolumeRestores = new Set<string>();
  readonly dataDownloads = new Set<string>();
  readonly restoredVolumes: object[] = [];
  readonly #actions = new Map<string, Map<string, ItemAction>>();
  #count = 0;

  constructor(
    readonly restore: Restore,
    readonly backup: Backup,
    readonly modifiers: Modifiers | undefined,
    readonly log: BackupLog,
  ) {}

  get name(): string {
    return this.restore.metadata.name;
  }

  /** Items that were looked at, whatever came of it. */
  get count(): number {
    return this.#count;
  }

  /** @returns false when the item was looked at before */
  begin(item: KubeObject, namespace: string | undefined): boolean {
    const [entries, entry] = this.#entry(item, namespace);
    if (entries.has(entry)) {
      return false;
    }
    entries.set(entry, 'skipped');
    this.#count += 1;
    return true;
  }

  settle(
    item: KubeObject,
    namespace: string | undefined,
    action: ItemAction,
  ): void {
    const [entries, entry] = this.#entry(item, namespace);
    this.#count += entries.has(entry) ? 0 : 1;
    entries.set(entry, action);
  }

  warn(namespace: string | undefined, message: string): void {
    add(this.warnings, namespace, message);
    this.log.warn(message, { namespace: namespace ?? '' });
  }

  error(namespace: string | undefined, message: string): void {
    add(this.errors, namespace, message);
    this.log.error(message, { namespace: namespace ?? '' });
  }

  /** The restore's ResourceList: `apps/v1/Deployment` -> `ns/name(created)`. */
  resourceList(): Record<string, string[]> {
    return Object.fromEntries(
      [...this.#actions]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([resource, entries]) => [
          resource,
          [...entries].map(([entry, action]) => `${entry}(${action})`).sort(),
        ]),
    );
  }

  #entry(
    { apiVersion, kind, metadata }: KubeObject,
    namespace: string | undefined,
  ): [Map<string, ItemAction>, string] {
    const resource = `${apiVersion}/${kind}`;
    let entries = this.#actions.get(resource);
    if (!entries) {
      entries = new Map();
      this.#actions.set(resource, entries);
    }
    const { name } = metadata;
    return [entries, namespace ? `${namespace}/${name}` : name];
  }
}

export function countOf({ velero, cluster, namespaces }: Result): number {
  return [velero, cluster, ...Object.values(namespaces ?? {})].reduce(
    (count, messages) => count + (messages?.length ?? 0),
    0,
  );
}

function add(result: Result, namespace: string | undefined, message: string) {
  if (namespace) {
    ((result.namespaces ??= {})[namespace] ??= []).push(message);
  } else {
    (result.cluster ??= []).push(message);
  }
}
