import { AuditEvent } from '@appgear/backstage-plugin-velero-common';
import { AuditorService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { canonicalJson } from '../freeze';
import { AuditTrail } from './AuditTrail';

const TABLE = 'restore_audit_forwarding';
const BATCH = 100;

const SEVERE: ReadonlyArray<AuditEvent['type']> = [
  'executionStarted',
  'storedDiffers',
  'configurationChanged',
];

/**
 * Tells Backstage's auditor what the trail holds, in its order. Whatever
 * keeps the auditor's log keeps with each event its hash, against which the
 * trail in the database can be held. A replica that dies here makes the next
 * one tell some events again.
 */
export class AuditorForwarder {
  constructor(
    private readonly database: Knex,
    private readonly trail: AuditTrail,
    private readonly auditor: AuditorService,
  ) {}

  /** One round. */
  async run(): Promise<void> {
    for (;;) {
      const told = await this.#told();
      const events = await this.trail.page(
        { from: told + 1, to: told + BATCH },
        {},
        BATCH,
      );
      if (events.length === 0) return;
      for (const event of events) await this.#tell(event);
      await this.database(TABLE)
        .where({ id: 1, seq: told })
        .update({ seq: events.at(-1)!.seq });
    }
  }

  async #told(): Promise<number> {
    const row = await this.database(TABLE).where({ id: 1 }).first('seq');
    return row?.seq ?? 0;
  }

  async #tell(event: AuditEvent): Promise<void> {
    const told = await this.auditor.createEvent({
      eventId: 'restore-gate',
      severityLevel: SEVERE.includes(event.type) ? 'high' : 'medium',
      meta: JSON.parse(canonicalJson(event)),
    });
    await told.success();
  }
}
