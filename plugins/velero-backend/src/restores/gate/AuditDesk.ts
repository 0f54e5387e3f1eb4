import {
  AuditEvent,
  AuditQuery,
  ItemPage,
  says,
  veleroAuditReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { NotAllowedError } from '@backstage/errors';
import { Knex } from 'knex';
import { errorSaying } from '../../problems';
import { Sight } from '../../permissions';
import {
  AuditFilter,
  AuditTrail,
  ExportFormat,
  exportTrail,
  TrailVerdict,
  verifyTrail,
} from '../audit';
import { reaches, Rights } from '../rights';
import { GateClock } from '../store';
import { Caller, traceOf } from './Caller';

export interface AuditDeskOptions {
  database: Knex;
  clock: GateClock;
  trail: AuditTrail;
  rights: Rights;
}

/** Shows the audit trail, writes it out, and checks it. */
export class AuditDesk {
  constructor(private readonly options: AuditDeskOptions) {}

  /** Newest first. Those who see some workspaces have to name one of them. */
  async list(
    caller: Caller,
    filter: AuditQuery,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<ItemPage<AuditEvent>> {
    requireWithin(await this.#sight(caller), filter);
    const { events, total } = await this.options.trail.newest(
      filter,
      offset,
      limit,
    );
    return { items: events, total, offset, limit };
  }

  /**
   * The trail, line by line. That it was written out, and the digest of what
   * was, goes into the trail: against that even an excerpt can be checked.
   */
  async *export(
    caller: Caller,
    filter: AuditFilter,
    format: ExportFormat,
  ): AsyncGenerator<string> {
    const { trail } = this.options;
    requireWithin(await this.#sight(caller), filter);
    const lines = exportTrail(trail, filter, format);
    for (;;) {
      const { done, value } = await lines.next();
      if (done) {
        await this.#note(caller, { format, ...value });
        return;
      }
      yield value;
    }
  }

  /** Follows the whole chain in the database. */
  async verify(caller: Caller): Promise<TrailVerdict> {
    const sight = await this.#sight(caller);
    if (!sight.all) throw needsAll();
    return verifyTrail(this.options.trail);
  }

  #sight({ credentials }: Caller): Promise<Sight> {
    return this.options.rights.require(credentials, veleroAuditReadPermission);
  }

  async #note(caller: Caller, details: Record<string, unknown>): Promise<void> {
    const { database, clock, trail } = this.options;
    const { actor, from, details: more } = traceOf(caller, details);
    await database.transaction(async transaction => {
      const now = await clock.now(transaction);
      await trail.append(transaction, [
        {
          at: now.toISOString(),
          type: 'exported',
          actor,
          from,
          workspaces: [],
          details: more ?? {},
        },
      ]);
    });
  }
}

/** @throws NotAllowedError (403) for what is beyond somebody's workspaces */
function requireWithin(sight: Sight, { workspace }: AuditFilter): void {
  if (sight.all) return;
  if (workspace === undefined) throw needsAll();
  if (!reaches(sight, [workspace])) {
    throw errorSaying(
      NotAllowedError,
      says('gate.permissionOnWorkspace', {
        permission: veleroAuditReadPermission.name,
        workspace,
      }),
    );
  }
}

function needsAll(): Error {
  return errorSaying(NotAllowedError, says('gate.trailOfSome'));
}
