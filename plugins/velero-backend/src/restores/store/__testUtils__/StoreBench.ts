import { Knex } from 'knex';
import { migrate } from '../../../database/openDatabase';
import { AuditTrail } from '../../audit';
import { ExecutionStore } from '../ExecutionStore';
import { Outbox } from '../Outbox';
import { RequestQueries } from '../RequestQueries';
import { RequestStore } from '../RequestStore';
import { ANA, approveAs, filing, HOUR, StandingClock, traceOf } from './filing';

/** Everything that keeps requests, on one database and one standing clock. */
export class StoreBench {
  readonly clock = new StandingClock();
  readonly store: RequestStore;
  readonly queries: RequestQueries;
  readonly outbox: Outbox;
  readonly executions: ExecutionStore;
  readonly trail: AuditTrail;

  private constructor(readonly knex: Knex) {
    const { clock } = this;
    this.store = new RequestStore(knex, { clock, remindBeforeMs: 4 * HOUR });
    this.queries = new RequestQueries(knex);
    this.outbox = new Outbox(knex, clock);
    this.executions = new ExecutionStore(knex, clock);
    this.trail = new AuditTrail(knex);
  }

  static async on(knex: Knex): Promise<StoreBench> {
    await migrate(knex);
    return new StoreBench(knex);
  }

  file(overrides: Parameters<typeof filing>[1] = {}) {
    const filed = filing(this.clock, overrides);
    return this.store.file(filed, traceOf(filed.opened.request.requester));
  }

  /** Files a request and has ana approve it; its id. */
  async approved(notBefore?: string): Promise<string> {
    const { gate } = await this.file({ notBefore });
    await this.store.change(gate.id, approveAs(ANA, gate.digest), traceOf(ANA));
    return gate.id;
  }

  async auditTypes() {
    const { events } = await this.trail.newest({}, 0, 100);
    return events.reverse().map(event => event.type);
  }
}
