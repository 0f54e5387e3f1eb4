import {
  EffectsQuery,
  ItemPage,
  ObjectEffect,
  RestoredObject,
  RestoreRequestDetail,
  RestoreRequestsQuery,
  RestoreRequestSummary,
  RestoreRights,
  RestoreResult,
  veleroAuditReadPermission,
  veleroRestoreApprovePermission,
  veleroRestoreBreakGlassPermission,
  veleroRestoreCancelPermission,
  veleroRestoreReadPermission,
  veleroRestoreRequestPermission,
} from '@appgear/backstage-plugin-velero-common';
import { NotFoundError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { Sight } from '../../permissions';
import { WorkspaceDirectory } from '../../workspaces';
import { entitledTo, People, standsGuard } from '../people';
import { covers, reachOf, reaches, Rights } from '../rights';
import {
  ExecutionStore,
  pageEffects,
  pageOutcome,
  RequestOrder,
  RequestQueries,
  RequestStore,
  StoredRequest,
} from '../store';
import { Caller, traceOf } from './Caller';
import { toDetail, toSummary } from './toAnswer';

export interface ReadingOptions {
  database: Knex;
  store: RequestStore;
  queries: RequestQueries;
  executions: ExecutionStore;
  people: People;
  rights: Rights;
  directory: WorkspaceDirectory;
}

type ListQuery = Omit<
  RestoreRequestsQuery,
  | 'state'
  | 'waitsForMe'
  | 'decidedByMe'
  | 'reviewPending'
  | 'sort'
  | 'order'
  | 'offset'
  | 'limit'
> & {
  state?: RestoreRequestSummary['state'][];
  waitsForMe?: boolean;
  decidedByMe?: boolean;
  reviewPending?: boolean;
  sort: RequestOrder['sort'];
  order: RequestOrder['order'];
  offset: number;
  limit: number;
};

interface Window {
  offset: number;
  limit: number;
}

/** Shows requests to those who may see them, and of each what they may see. */
export class Reading {
  /** Who saw which request as it stands: put down once each, by each replica. */
  readonly #viewed = new Set<string>();

  constructor(private readonly options: ReadingOptions) {}

  /**
   * A request that the caller may see: own ones, and those that touch a
   * workspace in sight.
   *
   * @throws NotAllowedError (403), NotFoundError (404): others' requests are as if they were not
   */
  async find(caller: Caller, id: string): Promise<StoredRequest> {
    const sight = await this.#sight(caller);
    const request = await this.options.store.get(id);
    const seen =
      request &&
      (request.gate.requester === caller.ref ||
        reaches(sight, request.content.risks.workspaces));
    if (!seen) throw new NotFoundError(`There is no restore request ${id}`);
    return request;
  }

  /** What is worth offering to somebody; each route checks again. */
  async rights({ credentials }: Caller): Promise<RestoreRights> {
    const reach = async (permission: ResourcePermission) =>
      reachOf(await this.options.rights.sightOf(credentials, permission));
    const [read, request, approve, breakGlass, audit] = await Promise.all([
      reach(veleroRestoreReadPermission),
      reach(veleroRestoreRequestPermission),
      reach(veleroRestoreApprovePermission),
      reach(veleroRestoreBreakGlassPermission),
      reach(veleroAuditReadPermission),
    ]);
    return { read, request, approve, breakGlass, audit };
  }

  async list(
    caller: Caller,
    query: ListQuery,
  ): Promise<ItemPage<RestoreRequestSummary>> {
    const { queries, people } = this.options;
    const sight = await this.#sight(caller);
    const refs = await people.refsOf(caller.ref);
    const { items, total } = await queries.list(
      {
        states: query.state,
        workspace: query.workspace,
        cluster: query.cluster,
        requester: query.requester,
        reviewPending: query.reviewPending,
        ...(query.decidedByMe && { votedBy: caller.ref }),
        ...(query.waitsForMe && {
          waitsFor: { person: caller.ref, groups: [...(refs ?? [])] },
        }),
      },
      sight.all
        ? {}
        : { person: caller.ref, workspaces: this.#workspacesIn(sight) },
      query,
    );
    return {
      items: items.map(request => toSummary(request, { caller, sight, refs })),
      total,
      offset: query.offset,
      limit: query.limit,
    };
  }

  /** One request, whole; that it was seen goes into the audit trail. */
  async detail(caller: Caller, id: string): Promise<RestoreRequestDetail> {
    const { people, rights, executions } = this.options;
    const request = await this.find(caller, id);
    const [sight, refs, approve, cancel, execution] = await Promise.all([
      this.#sight(caller),
      people.refsOf(caller.ref),
      rights.sightOf(caller.credentials, veleroRestoreApprovePermission),
      rights.sightOf(caller.credentials, veleroRestoreCancelPermission),
      executions.get(id),
    ]);
    await this.#noteView(caller, request);
    const { risks } = request.content;
    return toDetail(
      request,
      { caller, sight, refs },
      {
        mayVote:
          covers(approve, risks) &&
          caller.through === undefined &&
          entitledTo(request.content.factors, refs).length > 0,
        mayReview:
          covers(approve, risks) &&
          caller.through === undefined &&
          standsGuard(request.content.factors, refs),
        mayCancel: covers(cancel, risks),
      },
      execution,
    );
  }

  async effects(
    caller: Caller,
    id: string,
    query: EffectsQuery & Window,
  ): Promise<ItemPage<ObjectEffect>> {
    const { offset, limit, ...filter } = query;
    const request = await this.find(caller, id);
    const page = await pageEffects(
      this.options.database,
      id,
      {
        ...filter,
        visibleNamespaces: await this.visibleNamespaces(caller, request),
      },
      { offset, limit },
    );
    return { ...page, offset, limit };
  }

  async outcome(
    caller: Caller,
    id: string,
    { offset, limit, result }: Window & { result?: RestoreResult },
  ): Promise<ItemPage<RestoredObject>> {
    const request = await this.find(caller, id);
    const page = await pageOutcome(
      this.options.database,
      id,
      {
        result,
        visibleNamespaces: await this.visibleNamespaces(caller, request),
      },
      { offset, limit },
    );
    return { ...page, offset, limit };
  }

  /** Target namespaces whose objects the caller may see; undefined means all. */
  async visibleNamespaces(
    caller: Caller,
    { content, gate }: StoredRequest,
  ): Promise<string[] | undefined> {
    const sight = await this.#sight(caller);
    const whole = gate.requester === caller.ref || covers(sight, content.risks);
    if (whole) return undefined;
    return content.summary.namespaces
      .filter(({ workspace }) => workspace && sight.sees(workspace))
      .map(({ name }) => name);
  }

  #sight({ credentials }: Caller): Promise<Sight> {
    return this.options.rights.require(
      credentials,
      veleroRestoreReadPermission,
    );
  }

  #workspacesIn(sight: Sight): string[] {
    return this.options.directory
      .all()
      .filter(({ id }) => sight.sees(id))
      .map(({ id }) => id);
  }

  async #noteView(caller: Caller, { gate }: StoredRequest): Promise<void> {
    const key = `${caller.ref} ${gate.id} ${gate.state}`;
    if (this.#viewed.has(key)) return;
    if (this.#viewed.size > 10_000) this.#viewed.clear();
    this.#viewed.add(key);
    await this.options.store.record(gate.id, {
      type: 'viewed',
      trace: traceOf(caller, { state: gate.state }),
    });
  }
}
