import { NotFoundError } from '@backstage/errors';
import type {
  AuditPageQuery,
  AuditVerification,
  BackupLogQuery,
  BreakGlassRequest,
  CastVote,
  EffectsQuery,
  FileRestoreRequest,
  ItemPage,
  OutcomeQuery,
  OutOfBandQuery,
  PreviewRestore,
  RestorePreviewAnswer,
  RestoreRequestDetail,
  RestoreRequestsQuery,
  RestoreRights,
} from '@appgear/backstage-plugin-velero-common';
import type { BreakGlassReviewInput, RestoresApi } from '../../src';
import { log } from './logs';
import { previewOf } from './previews';
import { restoreRequest, restoreRequests } from './restoreRequests';
import { effects, outcome } from './restoreRequestsContents';
import { auditEvents, outOfBand } from './restoreRequestsRecord';
import { at, DAY } from './time';

const ME = 'user:default/ana.approver';

/** The gate in memory, for the dev app and for tests of pages. */
export class FakeRestores implements RestoresApi {
  #requests = restoreRequests();

  async getRights(): Promise<RestoreRights> {
    return {
      read: 'all',
      request: 'all',
      approve: 'all',
      breakGlass: 'all',
      audit: 'all',
    };
  }

  async getRestoreRequests(query: RestoreRequestsQuery) {
    const states = query.state?.split(',');
    const found = this.#requests.filter(
      item =>
        (!states || states.includes(item.state)) &&
        (!query.workspace || item.workspaces.includes(query.workspace)) &&
        (!query.cluster || item.cluster === query.cluster) &&
        (!query.requester || item.requester === query.requester) &&
        (query.waitsForMe !== 'true' || item.waitsForMe) &&
        (query.decidedByMe !== 'true' ||
          item.votes.some(({ voter }) => voter === ME)) &&
        (query.reviewPending !== 'true' || item.reviewPending),
    );
    const key = (item: RestoreRequestDetail) =>
      query.sort === 'deadline'
        ? item.executeBefore ?? item.approveBefore
        : item.filedAt;
    found.sort((a, b) => key(a).localeCompare(key(b)));
    if (query.order !== 'asc') {
      found.reverse();
    }
    return pageOf(found, query);
  }

  async getRestoreRequest(id: string) {
    const found = this.#requests.find(request => request.id === id);
    if (!found) {
      throw Object.assign(new NotFoundError(`No request ${id}`), {
        statusCode: 404,
      });
    }
    return found;
  }

  async previewRestore(asked: PreviewRestore): Promise<RestorePreviewAnswer> {
    return previewOf(asked);
  }

  async fileRestoreRequest(asked: FileRestoreRequest) {
    return this.#add(asked, {
      supersedes: asked.supersedes,
      approveBefore: at(DAY),
      actions: { approve: false, veto: false, cancel: true, review: false },
    });
  }

  async breakGlass(asked: BreakGlassRequest) {
    return this.#add(asked, {
      state: 'executing',
      incident: asked.incident,
      reviewPending: true,
      factors: [],
    });
  }

  async getEffects(_id: string, query: EffectsQuery) {
    return pageOf(matching(query), query);
  }

  async getOutcome(_id: string, query: OutcomeQuery) {
    return pageOf(
      outcome().filter(
        ({ result }) => !query.result || result === query.result,
      ),
      query,
    );
  }

  async getRestoreLog(_id: string, query: BackupLogQuery) {
    return log(query);
  }

  async vote(id: string, { decision, comment, digest }: CastVote) {
    const { votes } = await this.getRestoreRequest(id);
    return this.#change(id, {
      state: decision === 'veto' ? 'rejected' : 'pending',
      waitsForMe: false,
      votes: [
        ...votes,
        { voter: ME, decision, comment, digest, at: at(0), factors: [] },
      ],
      actions: { approve: false, veto: false, cancel: false, review: false },
    });
  }

  async cancel(id: string, endReason: string) {
    return this.#change(id, { state: 'cancelled', endReason, endedAt: at(0) });
  }

  async review(id: string, review: BreakGlassReviewInput) {
    return this.#change(id, {
      reviewPending: false,
      review: { ...review, reviewer: ME, at: at(0) },
      actions: { approve: false, veto: false, cancel: false, review: false },
    });
  }

  async getOutOfBand(query: OutOfBandQuery) {
    return pageOf(
      outOfBand().filter(
        ({ cluster }) => !query.cluster || cluster === query.cluster,
      ),
      query,
    );
  }

  async getAudit(query: AuditPageQuery) {
    return pageOf(
      auditEvents().filter(
        ({ request, workspaces, actor, at: time }) =>
          (!query.request || request === query.request) &&
          (!query.workspace || workspaces.includes(query.workspace)) &&
          (!query.person || actor.ref === query.person) &&
          (!query.since || time >= query.since) &&
          (!query.until || time < query.until),
      ),
      query,
    );
  }

  async verifyAudit(): Promise<AuditVerification> {
    const [{ seq, hash }] = auditEvents();
    return { ok: true, events: seq, head: { seq, hash } };
  }

  async exportAudit() {
    return new Blob(['{}\n'], { type: 'application/x-ndjson' });
  }

  #add(
    { spec, cluster, reason, ticketUrl, notBefore }: FileRestoreRequest,
    part: Partial<RestoreRequestDetail>,
  ) {
    const added = restoreRequest({
      id: crypto.randomUUID(),
      cluster,
      spec,
      backup: spec.backupName,
      reason,
      ticketUrl,
      notBefore,
      filedAt: at(0),
      votes: [],
      waitsForMe: false,
      ...part,
    });
    this.#requests = [added, ...this.#requests];
    return added;
  }

  async #change(id: string, part: Partial<RestoreRequestDetail>) {
    const changed = { ...(await this.getRestoreRequest(id)), ...part };
    this.#requests = this.#requests.map(each =>
      each.id === id ? changed : each,
    );
    return changed;
  }
}

function matching({ action, resource, namespace, search }: EffectsQuery) {
  return effects().filter(
    effect =>
      (!action || effect.action === action) &&
      (!resource || effect.resource === resource) &&
      (!namespace || effect.namespace === namespace) &&
      (!search || effect.name.includes(search.toLowerCase())),
  );
}

function pageOf<T>(
  all: T[],
  query: { offset?: unknown; limit?: unknown },
): ItemPage<T> {
  const offset = Number(query.offset ?? 0);
  const limit = Number(query.limit ?? 50);
  return {
    items: all.slice(offset, offset + limit),
    total: all.length,
    offset,
    limit,
  };
}
