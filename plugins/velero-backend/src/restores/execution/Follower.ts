import {
  says,
  ObjectEffect,
  Problem,
  Restore,
} from '@appgear/backstage-plugin-velero-common';
import {
  Execution,
  ExecutionStore,
  messagesOnStuck,
  RequestStore,
  saidOf,
  StoredRequest,
  SYSTEM_TRACE,
} from '../store';
import { readPlugins } from '../assessment';
import { configMapDrift } from '../freeze';
import { FaultPoints } from './faults';
import { deviations } from './manifest';
import { hasRestoreEnded, Outcome, outcomeOf } from './outcome';
import { RestoreCluster, RestoreFiles } from './RestoreCluster';

export interface FollowerOptions {
  store: RequestStore;
  executions: ExecutionStore;
  /** A Restore without progress for so long is reported. */
  stuckAfterMs: number;
  /** How long an ended Restore's files are waited for. */
  filesWithinMs: number;
  /** Objects that were approved to be left as they are. */
  approvedSkips: (requestId: string) => Promise<ObjectEffect[]>;
  reached: FaultPoints;
}

/** Follows a Restore to its end. */
export class Follower {
  constructor(private readonly options: FollowerOptions) {}

  /** Looks once; the outcome, when there is one. */
  async look(
    request: StoredRequest,
    execution: Execution,
    cluster: RestoreCluster,
  ): Promise<Outcome | undefined> {
    const { reached } = this.options;
    const restore = await cluster.restore(execution.restoreName!);
    if (!restore || restore.metadata.uid !== execution.restoreUid) {
      return lost(restore);
    }
    const now = await this.options.store.now();
    if (!hasRestoreEnded(restore)) {
      await this.#noteProgress(request, execution, restore, now);
      await reached('followed', request.gate.id);
      return undefined;
    }
    await reached('ended', request.gate.id);
    return this.#end(request, restore, cluster, now);
  }

  async #noteProgress(
    { gate }: StoredRequest,
    execution: Execution,
    { status }: Restore,
    now: Date,
  ): Promise<void> {
    const { executions } = this.options;
    const phase = status?.phase ?? '';
    const progress = {
      itemsRestored: status?.progress?.itemsRestored,
      totalItems: status?.progress?.totalItems,
    };
    const moved =
      phase !== (execution.phase ?? '') ||
      progress.itemsRestored !== execution.progress?.itemsRestored ||
      progress.totalItems !== execution.progress?.totalItems;
    if (moved) {
      await executions.update(gate.id, {
        phase,
        progress,
        progressedAt: now.toISOString(),
        stuckSince: undefined,
      });
      return;
    }
    await this.#noteStandstill(gate, execution, now);
  }

  /** For a Restore that cannot be looked at: a cluster that is silent is no progress either. */
  async noteSilence({ gate }: StoredRequest): Promise<void> {
    const { executions, store } = this.options;
    const execution = await executions.get(gate.id);
    if (execution) {
      await this.#noteStandstill(gate, execution, await store.now());
    }
  }

  async #noteStandstill(
    gate: StoredRequest['gate'],
    execution: Execution,
    now: Date,
  ): Promise<void> {
    const { executions, store, stuckAfterMs } = this.options;
    const still = Date.parse(execution.progressedAt ?? gate.startedAt!);
    if (execution.stuckSince || now.getTime() - still < stuckAfterMs) return;
    await store.record(gate.id, {
      type: 'stuck',
      trace: {
        ...SYSTEM_TRACE,
        details: {
          phase: execution.phase ?? '',
          since: execution.progressedAt,
        },
      },
      messages: messagesOnStuck,
      alongside: transaction =>
        executions.update(
          gate.id,
          { stuckSince: now.toISOString() },
          transaction,
        ),
    });
  }

  async #end(
    request: StoredRequest,
    restore: Restore,
    cluster: RestoreCluster,
    now: Date,
  ): Promise<Outcome | undefined> {
    const files = await this.#files(restore, cluster, now);
    if (files === 'later') return undefined;
    await this.options.reached('read', request.gate.id);

    const backup = await cluster.backup(
      request.content.frozen.spec.backupName!,
    );
    const changed = deviations(
      request,
      restore,
      backup?.metadata.labels?.['velero.io/schedule-name'] ??
        restore.spec?.scheduleName,
    );
    const outcome = outcomeOf(
      restore,
      files,
      files ? await this.options.approvedSkips(request.gate.id) : [],
    );
    const altered = await alteredMaps(request, cluster);
    if (changed.length + altered.length === 0) return outcome;
    await this.options.store.record(request.gate.id, {
      type: 'storedDiffers',
      trace: {
        ...SYSTEM_TRACE,
        details: {
          ...(changed.length > 0 && { fields: changed }),
          ...(altered.length > 0 && saidOf(altered)),
        },
      },
    });
    return changed.length > 0
      ? {
          ...outcome,
          state: 'failed',
          reasons: [
            says('gate.ranOtherwise', { fields: changed.join(', ') }),
            ...outcome.reasons,
          ],
        }
      : {
          ...outcome,
          state: outcome.state === 'failed' ? 'failed' : 'partiallyFailed',
          reasons: [
            says('gate.mayHaveRunOtherwise'),
            ...altered,
            ...outcome.reasons,
          ],
        };
  }

  /** Velero writes the files just before it says that it has ended; a bucket may lag. */
  async #files(
    restore: Restore,
    cluster: RestoreCluster,
    now: Date,
  ): Promise<RestoreFiles | 'later' | undefined> {
    // A restore that was refused never ran, and has none.
    if (restore.status?.phase === 'FailedValidation') return undefined;
    try {
      return await cluster.restoreFiles(restore.metadata.name);
    } catch {
      const ended = Date.parse(restore.status?.completionTimestamp ?? '');
      const waited = now.getTime() - ended;
      return waited < this.options.filesWithinMs ? 'later' : undefined;
    }
  }
}

/**
 * Velero reads the ConfigMaps that change what is restored when it begins, and
 * a Restore may wait for long behind others.
 */
async function alteredMaps(
  { content }: StoredRequest,
  cluster: RestoreCluster,
): Promise<Problem[]> {
  const { configMaps, spec } = content.frozen;
  const { frozen } = await readPlugins(cluster, spec);
  return configMapDrift(configMaps, frozen);
}

/** Never made again: it may have done its work before it went. */
function lost(restore: Restore | undefined): Outcome {
  return {
    state: 'failed',
    reasons: [says(restore ? 'gate.restoreReplaced' : 'gate.restoreDeleted')],
    objects: [],
    summary: {
      phase: restore?.status?.phase ?? '',
      results: { created: 0, updated: 0, skipped: 0, failed: 0 },
      errors: [],
      warnings: [],
      proven: false,
    },
  };
}
