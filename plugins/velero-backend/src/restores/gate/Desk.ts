import {
  CastVote,
  says,
  veleroRestoreApprovePermission,
  veleroRestoreCancelPermission,
} from '@appgear/backstage-plugin-velero-common';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { entitledTo, People, standsGuard } from '../people';
import { errorSaying } from '../../problems';
import { covers, Rights } from '../rights';
import { BreakGlassReview, GateCommand } from '../stateMachine';
import { RequestStore, StoredRequest, Trace } from '../store';
import { actorOf, Caller, requireInPerson, traceOf } from './Caller';
import { refusalError } from './errors';
import { Reading } from './Reading';

export interface DeskOptions {
  store: RequestStore;
  people: People;
  rights: Rights;
  reading: Reading;
}

/** Where people decide: votes, withdrawals, reviews. */
export class Desk {
  constructor(private readonly options: DeskOptions) {}

  async vote(
    caller: Caller,
    id: string,
    { decision, comment, digest }: CastVote,
  ): Promise<StoredRequest> {
    requireInPerson(caller);
    const { content } = await this.#open(
      caller,
      id,
      veleroRestoreApprovePermission,
    );
    const refs = await this.options.people.refsOf(caller.ref);
    return this.#give(
      id,
      {
        type: 'vote',
        by: actorOf(caller),
        decision,
        comment,
        digest,
        entitledTo: entitledTo(content.factors, refs),
      },
      traceOf(caller, { decision, ...(comment && { comment }) }),
    );
  }

  /** The requester may; others need the permission. */
  async cancel(
    caller: Caller,
    id: string,
    reason: string,
  ): Promise<StoredRequest> {
    const request = await this.options.reading.find(caller, id);
    if (request.gate.requester !== caller.ref) {
      await this.#require(caller, request, veleroRestoreCancelPermission);
    }
    return this.#give(
      id,
      { type: 'cancel', by: actorOf(caller), reason: { message: reason } },
      traceOf(caller),
    );
  }

  async review(
    caller: Caller,
    id: string,
    review: Pick<BreakGlassReview, 'verdict' | 'comment'>,
  ): Promise<StoredRequest> {
    requireInPerson(caller);
    const { content } = await this.#open(
      caller,
      id,
      veleroRestoreApprovePermission,
    );
    const refs = await this.options.people.refsOf(caller.ref);
    return this.#give(
      id,
      {
        type: 'review',
        by: actorOf(caller),
        standsGuard: standsGuard(content.factors, refs),
        ...review,
      },
      traceOf(caller, { ...review }),
    );
  }

  async #open(
    caller: Caller,
    id: string,
    permission: ResourcePermission,
  ): Promise<StoredRequest> {
    const request = await this.options.reading.find(caller, id);
    await this.#require(caller, request, permission);
    return request;
  }

  async #require(
    caller: Caller,
    { content }: StoredRequest,
    permission: ResourcePermission,
  ): Promise<void> {
    const { rights } = this.options;
    const sight = await rights.require(caller.credentials, permission);
    if (!covers(sight, content.risks)) {
      throw errorSaying(
        NotAllowedError,
        says('gate.permissionNeeded', { permission: permission.name }),
      );
    }
  }

  async #give(
    id: string,
    command: GateCommand,
    trace: Trace,
  ): Promise<StoredRequest> {
    const changed = await this.options.store.change(id, command, trace);
    if (!changed) throw new NotFoundError(`There is no restore request ${id}`);
    if (changed.refusal) throw refusalError(changed.refusal);
    return changed.request;
  }
}
