import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ExecutionStore,
  RequestQueries,
  RequestStore,
  SYSTEM_TRACE,
} from '../store';
import { Executor } from './Executor';
import { FaultPoints } from './faults';

export interface WorkerOptions {
  /** Unique among all replicas and their restarts. */
  replica: string;
  store: RequestStore;
  queries: RequestQueries;
  executions: ExecutionStore;
  executor: Executor;
  logger: LoggerService;
  reached: FaultPoints;
  /** A replica that is silent for so long has died. */
  leaseMs: number;
}

/** More than are ever under way at once. */
const BATCH = 500;
/** How many are carried on side by side: one slow cluster must not hold up the others. */
const ABREAST = 8;

/**
 * What each replica does, round after round: expires what is overdue, and
 * carries on what is approved or executing. Rounds of one worker never
 * overlap; those of several replicas may.
 */
export class Worker {
  #round: Promise<void> | undefined;

  constructor(private readonly options: WorkerOptions) {}

  /** One round; joins the one that runs, if one does. */
  run(): Promise<void> {
    this.#round ??= this.#work().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  async #work(): Promise<void> {
    await this.#expire();
    const { executions, replica, leaseMs } = this.options;
    const claimed = await executions.claim(replica, leaseMs, BATCH);
    const queue = claimed.values();
    await Promise.all(
      Array.from({ length: ABREAST }, async () => {
        for (const requestId of queue) await this.#advance(requestId);
      }),
    );
  }

  async #expire(): Promise<void> {
    const { store, queries } = this.options;
    for (const id of await queries.overdue(await store.now(), BATCH)) {
      await store.change(id, { type: 'tick' }, SYSTEM_TRACE);
    }
  }

  /** What fails here is tried again in the next round, here or elsewhere. */
  async #advance(requestId: string): Promise<void> {
    const { executions, executor, replica, leaseMs, logger } = this.options;
    try {
      if (!(await executions.renew(requestId, replica, leaseMs))) return;
      await this.options.reached('claimed', requestId);
      const more = await executor.advance(requestId);
      if (!more) await executions.release(requestId, replica);
    } catch (error) {
      logger.warn(
        `Restore request ${requestId} could not be carried on, and is tried again: ${
          (error as Error).message
        }`,
      );
    }
  }
}
