import {
  Backup,
  BackupLog,
  BackupStorageLocation,
  ClusterRole,
  Restore,
} from '@appgear/backstage-plugin-velero-common';
import { KubeClient, KubeError } from '../../clusters';
import { LogSearch } from '../../evidence/logs';
import { NamedConfigMap, RestorePluginName } from '../assessment';
import {
  RestoreCluster,
  RestoreExistsError,
  RestoreFiles,
  RestoreRefusedError,
} from '../execution';
import { LiveTarget } from '../preview';
import { LiveReader } from './LiveReader';
import { csiIsEnabled, VeleroDeployment, versionOf } from './veleroDeployment';

export interface KubeRestoreClusterOptions {
  name: string;
  role: ClusterRole;
  veleroNamespace: string;
  client: KubeClient;
  live: LiveReader;
  readFiles: (restore: string, backup: Backup) => Promise<RestoreFiles>;
  readLog: (
    restore: RestoreOfUid,
    backup: Backup,
    search: LogSearch,
  ) => Promise<BackupLog>;
}

interface RestoreOfUid {
  name: string;
  uid: string;
}

interface List<T> {
  items: T[];
}

/** Answers that no further try changes. */
const REFUSALS = [400, 403, 404, 413, 415, 422];

/** One cluster, asked directly through its API server. */
export class KubeRestoreCluster implements RestoreCluster {
  readonly name: string;
  readonly role: ClusterRole;
  readonly veleroNamespace: string;
  readonly #client: KubeClient;
  readonly #options: KubeRestoreClusterOptions;

  constructor(options: KubeRestoreClusterOptions) {
    this.name = options.name;
    this.role = options.role;
    this.veleroNamespace = options.veleroNamespace;
    this.#client = options.client;
    this.#options = options;
  }

  async veleroVersion(): Promise<string | undefined> {
    return versionOf(await this.#deployment());
  }

  async csiEnabled(): Promise<boolean | undefined> {
    return csiIsEnabled(await this.#deployment());
  }

  backup(name: string): Promise<Backup | undefined> {
    return this.#find<Backup>(this.#velero('backups', name));
  }

  storageLocation(name: string): Promise<BackupStorageLocation | undefined> {
    return this.#find<BackupStorageLocation>(
      this.#velero('backupstoragelocations', name),
    );
  }

  async configMap(name: string): Promise<Record<string, string> | undefined> {
    const found = await this.#find<{ data?: Record<string, string> }>(
      `${this.#configMaps}/${encodeURIComponent(name)}`,
    );
    return found && { ...found.data };
  }

  async pluginConfigMaps(plugin: RestorePluginName): Promise<NamedConfigMap[]> {
    const { items } = await this.#client.json<
      List<{ metadata: { name: string }; data?: Record<string, string> }>
    >({
      path: this.#configMaps,
      query: {
        labelSelector: `velero.io/plugin-config,${plugin}=RestoreItemAction`,
      },
    });
    return items.map(({ metadata, data }) => ({
      name: metadata.name,
      data: { ...data },
    }));
  }

  live(
    namespaces: readonly string[],
    apiKinds: ReadonlySet<string>,
  ): Promise<LiveTarget> {
    return this.#options.live.read(namespaces, apiKinds);
  }

  async restores(): Promise<Restore[]> {
    const { items } = await this.#client.json<List<Restore>>({
      path: this.#velero('restores'),
    });
    return items;
  }

  restore(name: string): Promise<Restore | undefined> {
    return this.#find<Restore>(this.#velero('restores', name));
  }

  async createRestore(
    restore: Restore,
    { dryRun }: { dryRun: boolean },
  ): Promise<Restore> {
    try {
      return await this.#client.json<Restore>({
        method: 'POST',
        path: this.#velero('restores'),
        // Strict: a field that the server does not know is an error, not dropped.
        query: {
          fieldValidation: 'Strict',
          dryRun: dryRun ? 'All' : undefined,
        },
        body: restore,
      });
    } catch (error) {
      throw explain(error, this.name);
    }
  }

  /** They lie with the backup's own files. */
  async restoreFiles(name: string): Promise<RestoreFiles> {
    const restore = await this.restore(name);
    const backup = await this.backup(restore?.spec?.backupName ?? '');
    if (!backup) throw new Error(`the backup of restore ${name} is gone`);
    return this.#options.readFiles(name, backup);
  }

  async restoreLog(
    { name, uid }: RestoreOfUid,
    search: LogSearch,
  ): Promise<BackupLog | undefined> {
    const restore = await this.restore(name);
    const backup = await this.backup(restore?.spec?.backupName ?? '');
    return restore?.metadata.uid === uid && backup
      ? this.#options.readLog({ name, uid }, backup, search)
      : undefined;
  }

  get #configMaps(): string {
    return `/api/v1/namespaces/${this.veleroNamespace}/configmaps`;
  }

  #velero(plural: string, name?: string): string {
    const list = `/apis/velero.io/v1/namespaces/${this.veleroNamespace}/${plural}`;
    return name === undefined ? list : `${list}/${encodeURIComponent(name)}`;
  }

  #deployment(): Promise<VeleroDeployment | undefined> {
    return this.#find<VeleroDeployment>(
      `/apis/apps/v1/namespaces/${this.veleroNamespace}/deployments/velero`,
    );
  }

  async #find<T>(path: string): Promise<T | undefined> {
    try {
      return await this.#client.json<T>({ path });
    } catch (error) {
      if (error instanceof KubeError && error.status === 404) return undefined;
      throw error;
    }
  }
}

function explain(error: unknown, cluster: string): unknown {
  if (!(error instanceof KubeError)) return error;
  if (error.status === 409) return new RestoreExistsError(error.message);
  return REFUSALS.includes(error.status)
    ? new RestoreRefusedError(
        `cluster ${cluster} refuses the Restore (${error.status}): ${error.message}`,
      )
    : error;
}
