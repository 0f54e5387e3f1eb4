import { LoggerService } from '@backstage/backend-plugin-api';
import { Problem } from '@appgear/backstage-plugin-velero-common';
import { explainFailure, KubeClient, KubeError } from '../../clusters';
import { FleetConfig } from '../../config';
import { Backoff } from './Backoff';
import {
  ClusterIdentity,
  findVeleroApi,
  greetCluster,
  VeleroApi,
} from './greetCluster';
import { ClusterJudgement, judgeCluster } from './judgeCluster';
import { KindReader } from './KindReader';
import { Pulse } from './Pulse';
import { Sleeper } from './Sleeper';

export interface ClusterReaderOptions {
  client: KubeClient;
  veleroNamespace: string;
  fleet: FleetConfig;
  logger: LoggerService;
  /** One reader per kind, not running yet. */
  createKinds(pulse: Pulse): KindReader[];
  /** What `view` says may have changed. */
  onChange(): void;
}

/** What is known of a cluster besides its objects. */
export interface ClusterView extends ClusterJudgement {
  identity: ClusterIdentity | undefined;
}

/**
 * Keeps the view of one cluster: greets it, has its kinds read, asks for signs
 * of life when it is silent, and starts over when there are none.
 */
export class ClusterReader {
  readonly #options: ClusterReaderOptions;
  readonly #kinds: KindReader[];
  readonly #backoff: Backoff;
  readonly #sleeper = new Sleeper();
  readonly #pulse: Pulse;
  readonly #stop = new AbortController();
  #identity: ClusterIdentity | undefined;
  #api: VeleroApi;
  #connected = false;
  #problem: Problem | undefined;

  constructor(options: ClusterReaderOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.fleet);
    this.#pulse = new Pulse({
      onChange: options.onChange,
      onSuspicion: () => this.#sleeper.wake(),
    });
    this.#kinds = options.createKinds(this.#pulse);
  }

  start(): void {
    void this.#run(this.#stop.signal);
  }

  stop(): void {
    this.#stop.abort();
  }

  view(now: number): ClusterView {
    const judgement = judgeCluster(
      {
        connected: this.#connected,
        problem: this.#problem,
        lastHeard: this.#pulse.lastHeard,
        api: this.#api,
        kinds: this.#kinds.map(kind => kind.view()),
      },
      now,
    );
    return { ...judgement, identity: this.#identity };
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#greet(signal);
        await this.#stayConnected(signal);
      } catch (error) {
        if (!signal.aborted) {
          await this.#sleeper.sleep(this.#takeIn(error), signal);
        }
      }
    }
  }

  async #greet(signal: AbortSignal): Promise<void> {
    const { client, veleroNamespace, logger } = this.#options;
    client.reload();
    const [identity, api] = await Promise.all([
      greetCluster(client, veleroNamespace, signal),
      findVeleroApi(client, { signal }),
    ]);
    const known = this.#identity?.uid;
    if (known && identity.uid && identity.uid !== known) {
      logger.warn(
        `Cluster ${client.cluster} is another one than before; reading it anew`,
      );
      this.#kinds.forEach(kind => kind.forget());
    }
    this.#identity = identity;
    this.#api = api;
    this.#connected = true;
    this.#problem = undefined;
    this.#backoff.reset();
    this.#pulse.heard();
    logger.info(`Connected to cluster ${client.cluster}`);
    if (await client.isUnverified()) {
      logger.warn(
        `The certificate of cluster ${client.cluster} is not checked, as its kubeconfig says insecure-skip-tls-verify: anybody in between can read and change what the portal sees`,
      );
    }
    this.#options.onChange();
  }

  /** Returns when stopped. @throws what a sign of life failed with */
  async #stayConnected(signal: AbortSignal): Promise<void> {
    const session = new AbortController();
    const running = this.#kinds.map(kind => kind.run(session.signal));
    try {
      while (!signal.aborted) {
        await this.#waitForDoubt(signal);
        await this.#checkLife(signal);
      }
    } finally {
      session.abort();
      await Promise.all(running);
    }
  }

  /** Waits until the cluster was silent for too long, or a connection broke. */
  async #waitForDoubt(signal: AbortSignal): Promise<void> {
    const { heartbeatInterval } = this.#options.fleet;
    let woken = false;
    let silent = false;
    while (!woken && !silent && !signal.aborted) {
      woken = await this.#sleeper.sleep(heartbeatInterval, signal);
      silent =
        this.#api === 'absent' ||
        Date.now() - this.#pulse.lastHeard >= heartbeatInterval;
    }
  }

  async #checkLife(signal: AbortSignal): Promise<void> {
    const before = this.#api;
    try {
      this.#api = await findVeleroApi(this.#options.client, {
        signal,
        silenceMs: this.#options.fleet.heartbeatTimeout,
      });
    } catch (error) {
      // One that answers 429 or 503 is alive.
      if (!(error instanceof KubeError) || error.status === 401) {
        throw error;
      }
    }
    this.#pulse.heard();
    if (this.#api !== before) {
      this.#kinds.forEach(kind => kind.wake());
      this.#options.onChange();
    }
  }

  /** Draws the conclusions from a lost or failed connection; returns how long to wait. */
  #takeIn(error: unknown): number {
    const problem = explainFailure(error);
    if (problem.message !== this.#problem?.message) {
      this.#options.logger.warn(
        `Cluster ${this.#options.client.cluster} cannot be read: ${
          problem.message
        }`,
      );
    }
    this.#connected = false;
    this.#problem = problem;
    this.#options.onChange();
    return this.#backoff.next(
      error instanceof KubeError ? error.retryAfterMs : undefined,
    );
  }
}
