import { Problem } from '@appgear/backstage-plugin-velero-common';
import {
  explainFailure,
  KubeClient,
  KubeError,
  SilenceError,
} from '../../clusters';
import { FleetConfig } from '../../config';
import { Interner, Kind, KindName, Raw, Records } from '../records';
import { Backoff } from './Backoff';
import { KindState, KindView } from './judgeCluster';
import { Pulse } from './Pulse';
import { readList } from './readList';
import { readWatch, WatchEvent } from './readWatch';
import { Sleeper } from './Sleeper';
import { WorkShare } from './WorkShare';

/** Where what was read goes. */
export interface KindSink<R> {
  /** The whole of the cluster's kind, as of now. */
  replace(rows: R[]): void;
  put(row: R): void;
  remove(name: string): void;
}

export interface KindReaderOptions<K extends KindName> {
  kind: Kind<K>;
  client: KubeClient;
  veleroNamespace: string;
  fleet: FleetConfig;
  share: WorkShare;
  /** Which clusters are read first. */
  rank: number;
  intern: Interner;
  sink: KindSink<Records[K]>;
  pulse: Pulse;
}

/** A watch that ends sooner was not worth its connection. */
const SHORT_WATCH_MS = 1000;

/**
 * Keeps one kind of one cluster up to date: lists once, then watches, and
 * lists again only when the server no longer knows where the watch was.
 */
export class KindReader<K extends KindName = KindName> {
  readonly #options: KindReaderOptions<K>;
  readonly #backoff: Backoff;
  readonly #sleeper = new Sleeper();
  #resourceVersion: string | undefined;
  #known = false;
  #state: KindState = 'starting';
  #lastHeard = 0;
  /** Since when the view may miss changes. */
  #behindSince: number | undefined;
  #problem: Problem | undefined;

  constructor(options: KindReaderOptions<K>) {
    this.#options = options;
    this.#backoff = new Backoff(options.fleet);
  }

  view(): KindView {
    return {
      kind: this.#options.kind.name,
      state: this.#state,
      known: this.#known,
      behindSince: this.#behindSince,
      problem: this.#problem,
      missingRight:
        this.#state === 'forbidden' ? this.#describeRight() : undefined,
    };
  }

  /** Tries again at once what waits for its turn. */
  wake(): void {
    this.#sleeper.wake();
  }

  /** Forgets what was read: the cluster is another one. */
  forget(): void {
    this.#resourceVersion = undefined;
    if (this.#known) {
      this.#known = false;
      this.#options.sink.replace([]);
    }
    this.#enter('starting');
  }

  /** Reads until the signal aborts; goes on where it was when run again. */
  async run(signal: AbortSignal): Promise<void> {
    this.#backoff.reset();
    while (!signal.aborted) {
      try {
        await this.#follow(signal);
      } catch (error) {
        if (!signal.aborted) {
          await this.#sleeper.sleep(this.#takeIn(error), signal);
        }
      }
      this.#behindSince ??= this.#options.pulse.lastHeard;
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    this.#resourceVersion ??= await this.#list(signal);
    const { client, kind, veleroNamespace, fleet } = this.#options;
    const opened = Date.now();
    await readWatch({
      client,
      path: kind.path(veleroNamespace),
      resourceVersion: this.#resourceVersion,
      timeoutSeconds: Math.ceil(
        (fleet.watchTimeout / 1000) * (1 + Math.random()),
      ),
      silenceMs: fleet.watchSilence,
      signal,
      onOpen: () => this.#enter('current'),
      onBytes: () => this.#heard(),
      onEvent: event => this.#apply(event),
    });
    if (Date.now() - opened < SHORT_WATCH_MS) {
      throw new Error('the watch ended at once');
    }
    this.#backoff.reset();
  }

  async #list(signal: AbortSignal): Promise<string> {
    const { client, kind, veleroNamespace, fleet } = this.#options;
    const rows: Array<Records[K]> = [];
    const version = await readList({
      client,
      path: kind.path(veleroNamespace),
      resourceVersion: this.#known ? undefined : '0',
      pageSize: fleet.pageSize,
      signal,
      share: this.#options.share,
      rank: this.#options.rank,
      onObject: object => rows.push(this.#read(object)),
      onBytes: () => this.#heard(),
    });
    signal.throwIfAborted();
    this.#options.sink.replace(rows);
    this.#known = true;
    this.#backoff.reset();
    return version;
  }

  #apply({ type, object, resourceVersion }: WatchEvent): void {
    if (type === 'DELETED') {
      this.#options.sink.remove(this.#read(object).name);
    } else if (type !== 'BOOKMARK') {
      this.#options.sink.put(this.#read(object));
    }
    if (
      type === 'BOOKMARK' &&
      isBefore(resourceVersion, this.#resourceVersion)
    ) {
      throw new KubeError(410, 'Expired', 'the cluster went back in time');
    }
    this.#resourceVersion = resourceVersion ?? this.#resourceVersion;
    this.#backoff.reset();
  }

  #describeRight(): string {
    const { name, group } = this.#options.kind;
    const verb = this.#resourceVersion === undefined ? 'list' : 'watch';
    return `${verb} ${group ? `${name}.${group}` : name}`;
  }

  #heard(): void {
    this.#lastHeard = Date.now();
    this.#options.pulse.heard();
  }

  #read(object: unknown): Records[K] {
    const { kind, client, intern } = this.#options;
    return kind.read(new Raw(object), { cluster: client.cluster, intern });
  }

  /** Draws the conclusions from a failure; returns how long to wait. */
  #takeIn(error: unknown): number {
    if (error instanceof SilenceError) {
      // The cluster may be fine, but what this watch missed is not known.
      this.#behindSince ??= this.#lastHeard;
    }
    if (!(error instanceof KubeError)) {
      this.#enter('behind', explainFailure(error));
      this.#options.pulse.suspect();
      return this.#backoff.next();
    }
    if (error.status === 403) {
      this.#enter('forbidden');
      return this.#backoff.longest();
    }
    if (error.status === 404) {
      this.forget();
      this.#enter('absent');
      return this.#backoff.longest();
    }
    if (isVersionLost(error)) {
      this.#resourceVersion = undefined;
      return this.#backoff.next() / 4;
    }
    this.#enter('behind', explainFailure(error));
    if (error.status === 401) {
      this.#options.pulse.suspect();
    }
    return this.#backoff.next(error.retryAfterMs);
  }

  #enter(state: KindState, problem?: Problem): void {
    this.#state = state;
    this.#problem = problem;
    // What was read before the identity lost its right is still shown.
    const aging = state === 'behind' || (state === 'forbidden' && this.#known);
    this.#behindSince = aging
      ? this.#behindSince ?? this.#options.pulse.lastHeard
      : undefined;
    this.#options.pulse.changed();
  }
}

/** The version is too old, or of a time before the server's data was restored. */
function isVersionLost({ status, reason, message }: KubeError): boolean {
  return (
    status === 410 ||
    reason === 'Expired' ||
    reason === 'Gone' ||
    (status === 504 && /too large resource version/i.test(message))
  );
}

/**
 * After etcd was restored from a backup, a watch of a later version is silent
 * until the cluster gets there again; only its bookmarks tell.
 */
function isBefore(version: string | undefined, known: string | undefined) {
  return Number(version) < Number(known);
}
