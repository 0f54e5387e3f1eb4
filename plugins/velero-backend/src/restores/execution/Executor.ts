import { says, Problem } from '@appgear/backstage-plugin-velero-common';
import { brokenPremises, GateCommand } from '../stateMachine';
import {
  Alongside,
  Execution,
  ExecutionStore,
  insertOutcome,
  RequestStore,
  StoredRequest,
  SYSTEM_TRACE,
} from '../store';
import { Creator, LookAgain } from './Creator';
import { FaultPoints } from './faults';
import { Follower } from './Follower';
import { restoreName } from './manifest';
import { Outcome } from './outcome';
import { RestoreCluster } from './RestoreCluster';
import { revalidate, RevalidationContext } from './revalidate';

export interface ExecutorOptions extends RevalidationContext {
  store: RequestStore;
  executions: ExecutionStore;
  cluster: (name: string) => RestoreCluster | undefined;
  creator: Creator;
  follower: Follower;
  reached: FaultPoints;
}

/** Throws away a transaction in which the target turned out to be taken. */
class TargetTakenError extends Error {
  readonly name = 'TargetTakenError';
  constructor(readonly holder: string) {
    super(`restore request ${holder} holds the target`);
  }
}

/**
 * Carries one request as far as it goes now, from wherever it stands. It can
 * be left at any moment and begun again by anybody: the state in the database
 * says what was decided, the Restore's name what was done, and every step
 * looks before it acts.
 */
export class Executor {
  constructor(private readonly options: ExecutorOptions) {}

  /** @returns whether there is more to do later */
  async advance(requestId: string): Promise<boolean> {
    const request = await this.options.store.get(requestId);
    if (!request) return false;
    const cluster = this.options.cluster(request.content.frozen.cluster.name);
    switch (request.gate.state) {
      case 'approved':
        return cluster
          ? this.#begin(request, cluster)
          : this.#invalidate(request, [says('gate.clusterGone')]);
      case 'executing':
        return this.#continueOrWait(request, cluster);
      default:
        return false;
    }
  }

  async #begin(
    request: StoredRequest,
    cluster: RestoreCluster,
  ): Promise<boolean> {
    const { store, reached } = this.options;
    const now = await store.now();
    const found = await revalidate(request, cluster, this.options, now);
    await reached('revalidated', request.gate.id);
    if (found.reasons.length > 0) {
      return this.#invalidate(request, found.reasons);
    }
    const started = await this.#start(request, {
      type: 'startExecution',
      digest: found.digest,
      requesterEntitled: found.requesterEntitled,
      entitlements: found.entitlements,
    });
    if (started?.gate.state !== 'executing') return false;
    await reached('started', request.gate.id);
    return this.#continue(started, cluster, async () => []);
  }

  /**
   * For a request that was begun before, and maybe long ago: its cluster may
   * have been silent since. No clock runs any more that would end it.
   */
  async #brokenSince(
    request: StoredRequest,
    cluster: RestoreCluster,
  ): Promise<Problem[]> {
    const { gate } = request;
    const now = await this.options.store.now();
    if (now.getTime() >= Date.parse(gate.executeBefore!)) {
      return [says('gate.notExecutedInTime', { at: gate.executeBefore! })];
    }
    const found = await revalidate(request, cluster, this.options, now);
    return [
      ...found.reasons,
      ...found.thereAlready,
      ...brokenPremises(gate, found),
    ];
  }

  /** Decides to execute, and takes hold of the target, in one transaction. */
  async #start(
    { gate, content }: StoredRequest,
    command: GateCommand,
  ): Promise<StoredRequest | undefined> {
    const { store, executions } = this.options;
    const { cluster, namespaces } = content.frozen;
    const holdTarget: Alongside = async (transaction, { request }) => {
      if (request.state !== 'executing') return;
      const holder = await ExecutionStore.holdTargets(
        transaction,
        gate.id,
        cluster.name,
        namespaces.map(({ name }) => name),
      );
      if (holder) throw new TargetTakenError(holder);
      await executions.update(
        gate.id,
        {
          restoreName: restoreName(gate.id),
          progressedAt: request.startedAt,
        },
        transaction,
      );
    };
    try {
      const changed = await store.change(
        gate.id,
        command,
        SYSTEM_TRACE,
        holdTarget,
      );
      return changed?.request;
    } catch (error) {
      if (!(error instanceof TargetTakenError)) throw error;
      await this.#invalidate({ gate } as StoredRequest, [
        says('gate.targetTaken', { request: error.holder }),
      ]);
      return undefined;
    }
  }

  async #invalidate(
    { gate }: Pick<StoredRequest, 'gate'>,
    reasons: readonly Problem[],
  ): Promise<false> {
    await this.options.store.change(
      gate.id,
      { type: 'invalidate', reasons },
      SYSTEM_TRACE,
    );
    return false;
  }

  /** Without its cluster a restore can not be followed: it waits, and not in silence. */
  async #continueOrWait(
    request: StoredRequest,
    cluster: RestoreCluster | undefined,
  ): Promise<boolean> {
    try {
      if (cluster) {
        return await this.#continue(request, cluster, () =>
          this.#brokenSince(request, cluster),
        );
      }
    } catch (error) {
      await this.options.follower.noteSilence(request);
      throw error;
    }
    await this.options.follower.noteSilence(request);
    return true;
  }

  async #continue(
    request: StoredRequest,
    cluster: RestoreCluster,
    lookAgain: LookAgain,
  ): Promise<boolean> {
    const { executions, creator, follower } = this.options;
    const execution = (await executions.get(request.gate.id)) ?? {
      requestId: request.gate.id,
    };
    const created =
      execution.restoreUid === undefined
        ? await creator.ensure(request, cluster, lookAgain)
        : { uid: execution.restoreUid };
    if ('outcome' in created) return this.#finish(request, created.outcome);

    const known: Execution = { ...execution, restoreUid: created.uid };
    const outcome = await follower.look(request, known, cluster);
    return outcome ? this.#finish(request, outcome) : true;
  }

  async #finish(request: StoredRequest, outcome: Outcome): Promise<false> {
    const { store, executions, reached } = this.options;
    const { id } = request.gate;
    await store.change(
      id,
      { type: 'finish', outcome: outcome.state, reasons: outcome.reasons },
      { ...SYSTEM_TRACE, details: { results: outcome.summary.results } },
      async (transaction, { refusal }) => {
        if (refusal) return;
        await insertOutcome(transaction, id, outcome.objects);
        await executions.update(id, { outcome: outcome.summary }, transaction);
        await ExecutionStore.freeTargets(transaction, id);
      },
    );
    await reached('finished', id);
    return false;
  }
}
