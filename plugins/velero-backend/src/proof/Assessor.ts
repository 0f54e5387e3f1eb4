import { WorkspaceAssessment } from '@appgear/backstage-plugin-velero-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ReadModel } from '../answers';
import { Askers, Turns } from '../courtesy';
import { Evidence } from '../evidence';
import { LiveInventory } from '../inventory';
import {
  assessWorkspace,
  ProtectionPolicy,
  WorkspaceWorld,
} from '../protection';
import { ChangeFinder } from './ChangeFinder';
import { gatherWorld, WorldSources } from './gatherWorld';
import { NamesCache } from './NamesCache';
import { PointIndex } from './PointIndex';
import { isSameStanding, Standing, standingOf } from './Standing';

export interface AssessorOptions {
  model: ReadModel;
  evidence: Evidence;
  inventory: LiveInventory;
  policy: ProtectionPolicy;
  askers: Askers;
  logger: LoggerService;
}

/** A workspace's assessment with everything it was made of. */
export interface Assessed {
  world: WorkspaceWorld;
  assessment: WorkspaceAssessment;
  /** Milliseconds since 1970. */
  at: number;
}

const PULSE_MS = 1000;
/** A workspace is not assessed more often, whatever happens to it. */
const REST_MS = 2_000;
/** Evidence of old points changes little; thousands are read in the first hours. */
const LONG_REST_MS = 60_000;
/** While many are assessed; every answer about verdicts is made anew after each time. */
const TELL_MS = 5_000;
const MAX_DETAILS = 50;

/**
 * Keeps the verdicts of all workspaces up to date, a little at a time: what
 * changed in the fleet, the evidence or the inventory, or by time alone, is
 * assessed again, and nothing else.
 */
export class Assessor {
  readonly points: PointIndex;
  readonly #options: AssessorOptions;
  readonly #sources: WorldSources;
  readonly #turns: Turns;
  readonly #changes: ChangeFinder;
  readonly #standings = new Map<string, Standing>();
  readonly #due = new Map<string, number>();
  /** The newest assessments that people looked at, the least recently used first. */
  readonly #details = new Map<string, { of: Standing; found: Assessed }>();
  readonly #changed = new Set<string>();
  readonly #listeners = new Set<(workspaces: readonly string[]) => void>();
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;
  #stopped = false;
  #version = 0;
  #toldAt = 0;

  constructor(options: AssessorOptions) {
    const { model, evidence, inventory, policy, askers } = options;
    this.#options = options;
    this.#turns = new Turns(askers);
    this.points = new PointIndex({
      fleet: model.fleet,
      idOf: backup => evidence.idOf(backup),
      locationTrust: policy.locationTrust,
      turns: this.#turns,
    });
    this.#sources = {
      scopes: model.scopes,
      points: this.points,
      evidence,
      inventory,
      names: new NamesCache(evidence.store),
      exemptKinds: policy.exemptKinds,
    };
    this.#changes = new ChangeFinder({
      model,
      points: this.points,
      evidence,
      inventory,
      turns: this.#turns,
    });
  }

  /** Rises within seconds after any standing became another one. */
  get version(): number {
    return this.#version;
  }

  /** How a workspace stands; undefined: not assessed yet. */
  of(workspaceId: string): Standing | undefined {
    return this.#standings.get(workspaceId);
  }

  all(): Iterable<Standing> {
    return this.#standings.values();
  }

  /** How many workspaces wait to be assessed. */
  get backlog(): number {
    return this.#due.size;
  }

  /** Every workspace was assessed, and every cluster has had its chance to answer. */
  get isSettled(): boolean {
    const { directory, fleet } = this.#options.model;
    return (
      fleet.sources.every(source => source.view().state !== 'connecting') &&
      directory.all().every(({ id }) => this.#standings.has(id))
    );
  }

  /** Returns how to stop. */
  onChange(listener: (workspaces: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    const options = this.#options;
    this.#timer = setInterval(() => {
      this.#working ??= this.#pulse()
        .catch(error =>
          options.logger.warn(`Verdicts cannot be kept up to date: ${error}`),
        )
        .finally(() => {
          this.#working = undefined;
        });
    }, PULSE_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#working;
  }

  /** Everything about one workspace; undefined when there is none. */
  async assess(workspaceId: string): Promise<Assessed | undefined> {
    const standing = this.#standings.get(workspaceId);
    const kept = this.#details.get(workspaceId);
    if (kept && kept.of === standing) {
      this.#details.delete(workspaceId);
      this.#details.set(workspaceId, kept);
      return kept.found;
    }
    const found = await this.#assess(workspaceId);
    const of = this.#standings.get(workspaceId);
    if (found && of) {
      this.#details.set(workspaceId, { of, found });
      if (this.#details.size > MAX_DETAILS) {
        const [oldest] = this.#details.keys();
        this.#details.delete(oldest);
      }
    }
    return found;
  }

  async #pulse(): Promise<void> {
    const now = Date.now();
    const { urgent, others } = await this.#changes.find(now);
    urgent.forEach(id => this.#plan(id, REST_MS));
    others.forEach(id => this.#plan(id, LONG_REST_MS));
    for (const [id, { recheckAt }] of this.#standings) {
      if (!this.#options.model.directory.get(id)) {
        this.#standings.delete(id);
        this.#changed.add(id);
      } else if (recheckAt <= now) {
        this.#plan(id, 0);
      }
    }
    await this.#work();
  }

  #plan(id: string, rest: number): void {
    const last = this.#standings.get(id)?.assessedAt;
    const at = last === undefined ? 0 : last + rest;
    this.#due.set(id, Math.min(at, this.#due.get(id) ?? Infinity));
  }

  async #work(): Promise<void> {
    for (const [id, at] of [...this.#due]) {
      if (this.#stopped) {
        return;
      }
      if (at <= Date.now()) {
        await this.#turns.next();
        this.#due.delete(id);
        await this.#assessSafely(id);
        if (Date.now() - this.#toldAt >= TELL_MS) {
          this.#tell();
        }
      }
    }
    this.#tell();
  }

  #tell(): void {
    const changed = [...this.#changed];
    this.#changed.clear();
    if (changed.length > 0) {
      this.#toldAt = Date.now();
      this.#version++;
      this.#listeners.forEach(listener => listener(changed));
    }
  }

  async #assessSafely(id: string): Promise<void> {
    try {
      await this.#assess(id);
    } catch (error) {
      this.#options.logger.warn(`Workspace ${id} cannot be assessed: ${error}`);
      this.#due.set(id, Date.now() + LONG_REST_MS);
    }
  }

  async #assess(id: string): Promise<Assessed | undefined> {
    const workspace = this.#options.model.directory.get(id);
    if (!workspace) {
      return undefined;
    }
    const world = await gatherWorld(workspace, this.#sources);
    const at = Date.now();
    const assessment = assessWorkspace(world, this.#options.policy, at);
    const expiries = world.namespaces.flatMap(({ points }) =>
      points.flatMap(({ expiresAt }) => expiresAt ?? []),
    );
    const before = this.#standings.get(id);
    this.#keep(standingOf(assessment, expiries, at, before));
    return { world, assessment, at };
  }

  #keep(standing: Standing): void {
    const { workspace } = standing;
    const before = this.#standings.get(workspace);
    this.#standings.set(workspace, standing);
    if (!before || !isSameStanding(before, standing)) {
      this.#changed.add(workspace);
    }
  }
}
