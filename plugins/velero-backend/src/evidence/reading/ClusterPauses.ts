import { EvidenceConfig } from '../../config';
import { outOfStep } from './retryPlan';

/** So many different backups that fail in a row are not to blame themselves. */
const REFUSALS = 3;
/** Of the first pause, as a cluster that stays away goes on refusing. */
const MAX_TIMES = 16;
const NONE: ReadonlySet<string> = new Set();

/** A cluster that did not answer for the last backups. */
interface Trouble {
  /** Those backups, by name. */
  readonly failed: Set<string>;
  /** One after the other, without an answer in between. */
  pauses: number;
  /** Runs while the cluster is left alone. */
  rest: NodeJS.Timeout | undefined;
  /** The one backup that is tried after a pause. */
  probe: string | undefined;
}

export interface ClusterPausesOptions {
  config: Pick<EvidenceConfig, 'retryInitial' | 'retryMax'>;
  /** Called when a cluster may be asked again. */
  onOver(): void;
  /** From 0 to 1. @defaultValue `Math.random` */
  random?: () => number;
}

/**
 * Leaves clusters alone that refuse one backup after the other: each of its
 * thousands would be tried in vain, and take the turn of another cluster's.
 * After a pause a single one is tried; any answer ends the matter.
 */
export class ClusterPauses {
  readonly #options: ClusterPausesOptions;
  readonly #troubles = new Map<string, Trouble>();

  constructor(options: ClusterPausesOptions) {
    this.#options = options;
  }

  /** The clusters that are asked for one backup at most, by name. */
  get clusters(): string[] {
    return [...this.#troubles.keys()].filter(name => this.#isPaused(name));
  }

  /** Whether one more backup may be asked for. */
  allows(cluster: string): boolean {
    const trouble = this.#troubles.get(cluster);
    return !trouble || !(trouble.rest || trouble.probe);
  }

  /** The backups that failed since the cluster last answered; others are better probes. */
  failed(cluster: string): ReadonlySet<string> {
    return this.#troubles.get(cluster)?.failed ?? NONE;
  }

  /** A backup is asked for. */
  began(cluster: string, backup: string): void {
    if (this.#isPaused(cluster)) {
      this.#troubles.get(cluster)!.probe = backup;
    }
  }

  /** The cluster did what it is asked for, whatever the file was like. */
  answered(cluster: string): void {
    clearTimeout(this.#troubles.get(cluster)?.rest);
    this.#troubles.delete(cluster);
  }

  /**
   * The cluster did not do what it is asked for.
   *
   * @returns how many milliseconds it is left alone from now on, if this
   *   begins a pause
   */
  refused(cluster: string, backup: string): number | undefined {
    const trouble = this.#troubles.get(cluster) ?? {
      failed: new Set(),
      pauses: 0,
      rest: undefined,
      probe: undefined,
    };
    this.#troubles.set(cluster, trouble);
    trouble.failed.add(backup);
    // What began before a pause says nothing about the time after it.
    const counts = this.#isPaused(cluster)
      ? trouble.probe === backup
      : trouble.failed.size >= REFUSALS;
    return counts ? this.#pause(trouble) : undefined;
  }

  /** Whatever came of a backup: if nothing did, another one may be the probe. */
  ended(cluster: string, backup: string): void {
    const trouble = this.#troubles.get(cluster);
    if (trouble?.probe === backup) {
      trouble.probe = undefined;
    }
  }

  clear(): void {
    this.#troubles.forEach(({ rest }) => clearTimeout(rest));
    this.#troubles.clear();
  }

  #isPaused(cluster: string): boolean {
    return Boolean(this.#troubles.get(cluster)?.pauses);
  }

  #pause(trouble: Trouble): number {
    const { onOver } = this.#options;
    const wait = this.#lengthOf(trouble.pauses);
    trouble.pauses++;
    trouble.probe = undefined;
    trouble.rest = setTimeout(() => {
      trouble.rest = undefined;
      onOver();
    }, wait);
    trouble.rest.unref();
    return wait;
  }

  #lengthOf(earlier: number): number {
    const { config, random = Math.random } = this.#options;
    const times = Math.min(2 ** earlier, MAX_TIMES);
    const wait = config.retryInitial * times * outOfStep(random());
    return Math.min(wait, config.retryMax);
  }
}
