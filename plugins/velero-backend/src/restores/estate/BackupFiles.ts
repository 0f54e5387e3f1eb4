import { Backup, BackupLog } from '@appgear/backstage-plugin-velero-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { distilBackup } from '../../evidence/distil';
import {
  Download,
  Downloader,
  DownloadTarget,
  EvidenceError,
} from '../../evidence/download';
import { LogFiles, LogSearch, searchLog } from '../../evidence/logs';
import { Evidence } from '../../evidence';
import { BackupRecord, Fleet, StorageLocationRecord } from '../../fleet';
import { ContentsUnknownError } from '../assessment';
import { DetailsByObject, Distilled, readTarball } from '../contents';
import { RestoreFiles } from '../execution';
import { readRestoreFiles } from './restoreFiles';

export interface BackupFilesOptions {
  fleet: Fleet;
  evidence: Pick<Evidence, 'store' | 'stateOf'>;
  /** Those of backups, too: together they have their limits. */
  logs: LogFiles;
  downloader: Downloader;
  logger: LoggerService;
}

const NEVER = new AbortController().signal;

/** Reads what lies in the bucket of a backup: its own files and those of its restores. */
export class BackupFiles {
  constructor(private readonly options: BackupFilesOptions) {}

  /**
   * What the backup's lists say it holds.
   *
   * @throws ContentsUnknownError
   */
  async distilled(
    cluster: string,
    backup: Backup,
    { fresh }: { fresh: boolean },
  ): Promise<Distilled> {
    const kept = fresh ? undefined : await this.#kept(cluster, backup);
    if (kept) return kept;
    try {
      return await distilBackup(kind =>
        this.#open(cluster, backup, { kind, name: backup.metadata.name }),
      );
    } catch (error) {
      throw new ContentsUnknownError(
        error instanceof EvidenceError
          ? error.problem
          : { message: (error as Error).message },
      );
    }
  }

  /** What its objects say; undefined when they cannot be read, as they are not needed for all. */
  async details(
    cluster: string,
    backup: Backup,
  ): Promise<DetailsByObject | undefined> {
    try {
      return await readTarball(
        this.#open(cluster, backup, {
          kind: 'BackupContents',
          name: backup.metadata.name,
        }),
      );
    } catch (error) {
      this.options.logger.warn(
        `The objects in backup ${
          backup.metadata.name
        } cannot be read, so that previews of it are less exact: ${
          (error as Error).message
        }`,
      );
      return undefined;
    }
  }

  ofRestore(
    cluster: string,
    restore: string,
    backup: Backup,
  ): Promise<RestoreFiles> {
    return readRestoreFiles(kind =>
      this.#open(cluster, backup, { kind, name: restore }),
    );
  }

  /**
   * Finds lines in the log of a Restore that ended.
   *
   * @throws EvidenceError
   */
  async logOfRestore(
    cluster: string,
    restore: { name: string; uid: string },
    backup: Backup,
    search: LogSearch,
  ): Promise<BackupLog> {
    const { name, uid } = restore;
    const log = await this.options.logs.read(
      `restore ${cluster}/${uid}`,
      this.#download(cluster, backup, { kind: 'RestoreLog', name }),
    );
    return searchLog(log, search);
  }

  /** What was read before, in whichever cluster. */
  async #kept(cluster: string, backup: Backup): Promise<Distilled | undefined> {
    const { fleet, evidence } = this.options;
    const record: BackupRecord | undefined = fleet.tables.backups.get(
      cluster,
      backup.metadata.name,
    );
    const state = record && evidence.stateOf(record);
    if (state?.state !== 'read' || !state.digest) return undefined;
    const parts = await evidence.store.namespaces([state.id]);
    const namespaces: Distilled['namespaces'] = new Map(
      await Promise.all(
        parts.map(
          async ({ namespace, contents, volumes }) =>
            [
              namespace,
              {
                objects: (await evidence.store.names(contents)) ?? new Map(),
                volumes,
              },
            ] as const,
        ),
      ),
    );
    return {
      namespaces,
      volumesRecorded: state.volumesRecorded,
      digest: state.digest,
    };
  }

  #open(
    cluster: string,
    backup: Backup,
    target: DownloadTarget,
  ): AsyncIterable<Buffer> {
    return this.options.downloader.read(
      this.#download(cluster, backup, target),
      NEVER,
    );
  }

  #download(cluster: string, backup: Backup, target: DownloadTarget): Download {
    const { fleet } = this.options;
    const client = fleet.client(cluster);
    const veleroNamespace = fleet.cluster(cluster)?.veleroNamespace;
    const location = this.#location(cluster, backup);
    if (!client || !veleroNamespace || !location) {
      throw new Error(
        `the storage location ${backup.spec?.storageLocation} of cluster ${cluster} is not known yet`,
      );
    }
    return { from: { signer: { client, veleroNamespace } }, location, target };
  }

  #location(
    cluster: string,
    { spec }: Backup,
  ): StorageLocationRecord | undefined {
    return this.options.fleet.tables.backupstoragelocations.get(
      cluster,
      spec?.storageLocation ?? '',
    );
  }
}
