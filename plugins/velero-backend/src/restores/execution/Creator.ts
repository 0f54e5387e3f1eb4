import {
  says,
  Problem,
  Restore,
} from '@appgear/backstage-plugin-velero-common';
import {
  ExecutionStore,
  RequestStore,
  StoredRequest,
  SYSTEM_TRACE,
} from '../store';
import { FaultPoints } from './faults';
import { deviations, isOurs, restoreManifest, restoreName } from './manifest';
import { Outcome } from './outcome';
import {
  RestoreCluster,
  RestoreExistsError,
  RestoreRefusedError,
} from './RestoreCluster';

export interface CreatorOptions {
  store: RequestStore;
  executions: ExecutionStore;
  /** Whether a Restore was seen before the gate was about to make it. */
  isOutOfBand: (cluster: string, uid: string) => Promise<boolean>;
  reached: FaultPoints;
}

/** Why what was approved may no longer be begun; empty when it may. */
export type LookAgain = () => Promise<readonly Problem[]>;

/** The Restore's uid, or why there is none and will be none. */
export type Created = { uid: string } | { outcome: Outcome };

/** Sees to it that a request's Restore exists, once. */
export class Creator {
  constructor(private readonly options: CreatorOptions) {}

  /**
   * Looks first: a replica that died may have created it already. If not, the
   * look at what was approved may be old by now, too.
   */
  async ensure(
    request: StoredRequest,
    cluster: RestoreCluster,
    lookAgain: LookAgain,
  ): Promise<Created> {
    const { reached } = this.options;
    const found = await cluster.restore(restoreName(request.gate.id));
    if (found) return this.#adopt(request, found, cluster);
    const broken = await lookAgain();
    if (broken.length > 0) return this.#giveUp(request, cluster, broken);
    try {
      const manifest = restoreManifest(request);
      const planned = await cluster.createRestore(manifest, { dryRun: true });
      await reached('checked', request.gate.id);
      const changed = await this.#deviations(request, planned, cluster);
      if (changed.length > 0) {
        return failed([
          says('gate.wouldKeepOtherwise', { fields: changed.join(', ') }),
        ]);
      }
      await this.#requireOpen(request);
      const created = await cluster.createRestore(manifest, { dryRun: false });
      await reached('created', request.gate.id);
      return this.#record(request, created, 'restoreCreated');
    } catch (error) {
      return this.#explain(error as Error, request, cluster);
    }
  }

  /** A replica that slept may have created it while we looked: then that is what changed things. */
  async #giveUp(
    request: StoredRequest,
    cluster: RestoreCluster,
    broken: readonly Problem[],
  ): Promise<Created> {
    const found = await cluster.restore(restoreName(request.gate.id));
    return found
      ? this.#adopt(request, found, cluster)
      : failed([says('gate.notBegun'), ...broken]);
  }

  /** A replica that slept for long may find the request ended by its successor. */
  async #requireOpen({ gate }: StoredRequest): Promise<void> {
    const now = await this.options.store.get(gate.id);
    if (now?.gate.state !== 'executing') {
      throw new Error(`it is ${now?.gate.state} by now`);
    }
  }

  async #explain(
    error: Error,
    request: StoredRequest,
    cluster: RestoreCluster,
  ): Promise<Created> {
    if (error instanceof RestoreRefusedError)
      return failed([{ message: error.message }]);
    if (!(error instanceof RestoreExistsError)) throw error;
    const found = await cluster.restore(restoreName(request.gate.id));
    if (!found) throw error;
    return this.#adopt(request, found, cluster);
  }

  async #adopt(
    request: StoredRequest,
    found: Restore,
    cluster: RestoreCluster,
  ): Promise<Created> {
    const changed = await this.#deviations(request, found, cluster);
    // Annotations can be copied: one that was there before was not approved.
    const isForeign = await this.options.isOutOfBand(
      cluster.name,
      found.metadata.uid ?? '',
    );
    if (isForeign || !isOurs(request, found) || changed.length > 0) {
      return failed([
        says('gate.foreignRestore', { restore: found.metadata.name }),
      ]);
    }
    return this.#record(request, found, 'restoreAdopted');
  }

  async #record(
    { gate }: StoredRequest,
    restore: Restore,
    type: 'restoreCreated' | 'restoreAdopted',
  ): Promise<{ uid: string }> {
    const { store, executions, reached } = this.options;
    const uid = restore.metadata.uid ?? '';
    await store.record(gate.id, {
      type,
      trace: {
        ...SYSTEM_TRACE,
        details: { restore: restore.metadata.name, uid },
      },
      alongside: transaction =>
        executions.update(gate.id, { restoreUid: uid }, transaction),
    });
    await reached('recorded', gate.id);
    return { uid };
  }

  async #deviations(
    request: StoredRequest,
    restore: Restore,
    cluster: RestoreCluster,
  ): Promise<string[]> {
    const backup = await cluster.backup(
      request.content.frozen.spec.backupName!,
    );
    return deviations(
      request,
      restore,
      backup?.metadata.labels?.['velero.io/schedule-name'],
    );
  }
}

/** Nothing ran. */
function failed(reasons: Problem[]): { outcome: Outcome } {
  return {
    outcome: {
      state: 'failed',
      reasons,
      objects: [],
      summary: {
        phase: '',
        results: { created: 0, updated: 0, skipped: 0, failed: 0 },
        errors: [],
        warnings: [],
        proven: true,
      },
    },
  };
}
