import {
  BackupLog,
  hasEnded,
  says,
  veleroBackupReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { LogSearch } from '../../evidence/logs';
import { errorSaying } from '../../problems';
import { logError } from '../../routes/logError';
import { RestoreCluster } from '../execution';
import { Rights } from '../rights';
import { ExecutionStore, StoredRequest } from '../store';
import { Caller } from './Caller';
import { linesInSight } from './linesInSight';
import { Reading } from './Reading';

export interface RestoreLogsOptions {
  reading: Reading;
  rights: Rights;
  executions: ExecutionStore;
  cluster: (name: string) => RestoreCluster | undefined;
}

/** Velero's logs of what was restored, fetched when somebody asks. */
export class RestoreLogs {
  constructor(private readonly options: RestoreLogsOptions) {}

  /**
   * Finds lines, for those who may see the request and, as for the log of a
   * backup, what backups hold; of a part of it, only lines about that part.
   *
   * @throws NotAllowedError (403), NotFoundError (404), ConflictError (409) before its end
   */
  async search(
    caller: Caller,
    id: string,
    query: Omit<LogSearch, 'seesNamespace'>,
  ): Promise<BackupLog> {
    const { reading, rights } = this.options;
    const request = await reading.find(caller, id);
    const backups = await rights.require(
      caller.credentials,
      veleroBackupReadPermission,
    );
    const shown = await reading.visibleNamespaces(caller, request);
    const { log } = await this.#read(request, {
      ...query,
      seesNamespace: linesInSight(request.content, shown, backups),
    });
    if (!log) {
      throw errorSaying(NotFoundError, says('gate.logGone'));
    }
    return log;
  }

  async #read(
    { gate, content }: StoredRequest,
    search: LogSearch,
  ): Promise<{ log: BackupLog | undefined }> {
    const { executions, cluster } = this.options;
    const { restoreName, restoreUid } = (await executions.get(gate.id)) ?? {};
    if (!restoreName || !restoreUid) {
      throw errorSaying(ConflictError, says('gate.nothingLogged'));
    }
    if (!hasEnded(gate.state)) {
      throw errorSaying(ConflictError, says('gate.logLater'));
    }
    try {
      const log = await cluster(content.frozen.cluster.name)?.restoreLog(
        { name: restoreName, uid: restoreUid },
        search,
      );
      return { log };
    } catch (error) {
      throw logError(error);
    }
  }
}
