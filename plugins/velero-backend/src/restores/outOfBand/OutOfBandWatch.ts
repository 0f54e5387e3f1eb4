import { OutOfBandObject } from '@appgear/backstage-plugin-velero-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { AuditTrail } from '../audit';
import { GateClock } from '../store';
import { OutOfBandStore } from './OutOfBandStore';

/** An object as the fleet holds it. */
export type Sighting = Omit<OutOfBandObject, 'madeBy'>;

/** Where objects are seen, and who can tell who made them. */
export interface Sightings {
  clusters(): string[];
  /** Changes when there may be others to see. */
  versionOf(cluster: string): string;
  of(cluster: string): Sighting[];
  /** Uid to the one who made it. */
  makers(cluster: string): Promise<ReadonlyMap<string, string>>;
}

export interface OutOfBandWatchOptions {
  database: Knex;
  clock: GateClock;
  trail: AuditTrail;
  store: OutOfBandStore;
  sightings: Sightings;
  logger: LoggerService;
}

/**
 * Notices Restores and deletions of backups that did not come through the
 * gate. Annotations prove nothing, as anybody can write them: what is the
 * gate's own is known by the uid that it got when it created it.
 */
export class OutOfBandWatch {
  readonly #seen = new Map<string, string>();

  constructor(private readonly options: OutOfBandWatchOptions) {}

  /** One round; looks only at clusters where something changed. */
  async run(): Promise<void> {
    const { sightings, logger } = this.options;
    for (const cluster of sightings.clusters()) {
      const version = sightings.versionOf(cluster);
      if (this.#seen.get(cluster) === version) continue;
      try {
        const settled = await this.#look(cluster);
        if (settled) this.#seen.set(cluster, version);
      } catch (error) {
        logger.warn(
          `It cannot be told who made the restores on ${cluster}, and is tried again: ${
            (error as Error).message
          }`,
        );
      }
    }
  }

  /** @returns false when one of them is about to turn out as the gate's own */
  async #look(cluster: string): Promise<boolean> {
    const { store, sightings } = this.options;
    const [ours, known] = await Promise.all([
      store.ours(cluster),
      store.known(cluster),
    ]);
    const foreign = sightings
      .of(cluster)
      .filter(({ uid }) => !ours.uids.has(uid) && !known.has(uid));
    const unknown = foreign.filter(({ name }) => !ours.names.has(name));
    if (unknown.length > 0) {
      const makers = await sightings.makers(cluster);
      for (const found of unknown) {
        await this.#note({ ...found, madeBy: makers.get(found.uid) });
      }
    }
    return unknown.length === foreign.length;
  }

  async #note(found: OutOfBandObject): Promise<void> {
    const { database, clock, trail, store } = this.options;
    await database.transaction(async transaction => {
      await trail.lock(transaction);
      const now = await clock.now(transaction);
      if (!(await store.add(transaction, found, now))) return;
      const { workspaces, ...details } = found;
      await trail.append(transaction, [
        {
          at: now.toISOString(),
          type: 'outOfBand',
          actor: { kind: 'system', ref: 'plugin:velero' },
          workspaces,
          details,
        },
      ]);
    });
  }
}
