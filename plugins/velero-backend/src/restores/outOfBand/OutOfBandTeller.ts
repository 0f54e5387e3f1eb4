import { OutOfBandObject } from '@appgear/backstage-plugin-velero-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { RestoreWording } from '../../wording';
import { GateClock } from '../store';
import { OutOfBandStore } from './OutOfBandStore';

export interface OutOfBandTellerOptions {
  database: Knex;
  clock: GateClock;
  store: OutOfBandStore;
  notifications: NotificationService;
  wording: RestoreWording;
  /** Entity references of those who stand guard: told of all. */
  guards: readonly string[];
  /** Entity references of a workspace's owners. */
  ownersOf: (workspace: string) => readonly string[];
  logger: LoggerService;
}

const CLAIM_MS = 60_000;
const LINK = '/dr/restores/out-of-band';
const TOPIC = 'velero-restore';

/**
 * Tells of what was made without the gate. A replica that dies while telling
 * leaves it to the next: told twice at worst, never not.
 */
export class OutOfBandTeller {
  constructor(private readonly options: OutOfBandTellerOptions) {}

  /** One round. What cannot be sent waits for a later one. */
  async run(): Promise<void> {
    const { database, clock, store, logger } = this.options;
    const now = await clock.now(database);
    const until = new Date(now.getTime() + CLAIM_MS);
    for (const found of await store.claimUntold(now, until)) {
      try {
        await this.#send(found);
        await store.told(found, now);
      } catch (error) {
        logger.warn(
          `A notification about ${found.kind} ${found.name} on ${
            found.cluster
          }, made without the gate, could not be sent, and is tried again: ${
            (error as Error).message
          }`,
        );
      }
    }
  }

  async #send(found: OutOfBandObject): Promise<void> {
    const { guards, ownersOf, notifications } = this.options;
    const recipients = new Set([
      ...guards,
      ...found.workspaces.flatMap(ownersOf),
    ]);
    if (recipients.size === 0) return;
    await notifications.send({
      recipients: { type: 'entity', entityRef: [...recipients].sort() },
      payload: {
        ...this.options.wording.outOfBand(found),
        severity: 'high',
        link: LINK,
        topic: TOPIC,
        scope: `velero:out-of-band:${found.uid}`,
      },
    });
  }
}
