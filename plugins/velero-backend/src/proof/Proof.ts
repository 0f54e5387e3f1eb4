import { ScheduleAssessment } from '@appgear/backstage-plugin-velero-common';
import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ReadModel, Standings } from '../answers';
import { policyOf, VeleroConfig } from '../config';
import { Askers } from '../courtesy';
import { Evidence } from '../evidence';
import { BackupRecord, isSynced, ScheduleRecord, takenAt } from '../fleet';
import { LiveInventory } from '../inventory';
import type { ProtectionPolicy } from '../protection';
import { ScheduleView } from '../schedules';
import { Assessor } from './Assessor';
import { CoverageSimulator } from './coverage';
import { LostNamespaces } from './LostNamespaces';
import { assessRuns, provenRun } from './scheduleProof';
import { Standing } from './Standing';

export interface ProofOptions {
  model: ReadModel;
  knex: Knex;
  config: VeleroConfig;
  scheduler: SchedulerService;
  askers: Askers;
  logger: LoggerService;
}

/** The newest ones tell how Velero is set up now. */
const BACKUPS_LOOKED_AT = 10;

/** What is known of the fleet's protection, and what keeps it known. */
export class Proof implements Standings {
  readonly evidence: Evidence;
  readonly inventory: LiveInventory;
  readonly assessor: Assessor;
  readonly coverage: CoverageSimulator;
  readonly policy: ProtectionPolicy;
  readonly #lost: LostNamespaces;
  readonly #scheduler: SchedulerService;
  readonly #model: ReadModel;
  readonly #provenRuns = new WeakMap<
    ScheduleRecord,
    { version: string; run: BackupRecord | undefined }
  >();

  constructor(options: ProofOptions) {
    const { model, knex, config, scheduler, askers, logger } = options;
    const { fleet, directory } = model;
    const policy = policyOf(config.protection);
    this.policy = policy;
    this.#scheduler = scheduler;
    this.#model = model;
    this.evidence = new Evidence({
      fleet,
      knex,
      config: config.evidence,
      askers,
      logger,
    });
    this.#lost = new LostNamespaces({
      fleet,
      evidence: this.evidence,
      logger,
    });
    this.inventory = new LiveInventory({
      fleet,
      directory,
      knex,
      scheduler,
      askers,
      logger,
      config: config.protection,
      pageSize: config.fleet.pageSize,
    });
    this.assessor = new Assessor({
      model,
      evidence: this.evidence,
      inventory: this.inventory,
      policy,
      askers,
      logger,
    });
    this.coverage = new CoverageSimulator({
      model,
      inventory: this.inventory,
      policy,
      takesCsiSnapshots: cluster => this.#takesCsiSnapshots(cluster),
    });
  }

  /** Rises when any verdict is another one. */
  get version(): number {
    return this.assessor.version;
  }

  /** Another one when what a verdict rests on may be another one. */
  get detailVersion(): string {
    return [
      this.evidence.ledger.version,
      this.inventory.version,
      this.assessor.version,
    ].join('.');
  }

  /** How a workspace stands; undefined: not assessed yet. */
  of(workspaceId: string): Standing | undefined {
    return this.assessor.of(workspaceId);
  }

  provenRun(view: ScheduleView): BackupRecord | undefined {
    const version = `${this.version}/${
      this.#model.fleet.tables.backups.version
    }`;
    const known = this.#provenRuns.get(view.schedule);
    if (known?.version === version) {
      return known.run;
    }
    const run = provenRun(view, this.#model, id => this.assessor.of(id));
    this.#provenRuns.set(view.schedule, { version, run });
    return run;
  }

  /** How a schedule fares: what it tried, and what it proved. */
  assessSchedule(schedule: ScheduleRecord): ScheduleAssessment {
    return assessRuns(this.#model.board.view(schedule), this.#model, id =>
      this.assessor.of(id),
    );
  }

  get evidenceBacklog(): number {
    return this.evidence.backlog;
  }

  get evidencePaused(): string[] {
    return this.evidence.pausedClusters;
  }

  /** Velero does not tell its features; a snapshot that it took does. */
  async #takesCsiSnapshots(cluster: string): Promise<boolean | undefined> {
    const ids = [...this.#model.fleet.tables.backups.of(cluster)]
      .filter(backup => !isSynced(backup))
      .sort((a, b) => takenAt(b) - takenAt(a))
      .slice(0, BACKUPS_LOOKED_AT)
      .flatMap(backup => this.evidence.idOf(backup) ?? []);
    const rows = await this.evidence.store.namespaces(ids);
    const taken = rows.some(({ volumes }) =>
      volumes.some(({ method }) => method === 'CSISnapshot'),
    );
    return taken || undefined;
  }

  async start(): Promise<void> {
    await this.evidence.start();
    await this.inventory.start();
    this.assessor.start();
    this.#lost.start();
    await this.#scheduler.scheduleTask({
      id: 'evidence-sweep',
      scope: 'global',
      frequency: { minutes: 10 },
      timeout: { minutes: 10 },
      fn: () => this.evidence.sweep(),
    });
  }

  async stop(): Promise<void> {
    this.inventory.stop();
    await this.#lost.stop();
    await this.assessor.stop();
    await this.evidence.stop();
  }
}
