import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  AuditEvent,
  AuditExportQuery,
  AuditPageQuery,
  AuditVerification,
  BackupLog,
  BackupLogQuery,
  BreakGlassRequest,
  CastVote,
  EffectsQuery,
  FileRestoreRequest,
  ItemPage,
  ObjectEffect,
  OutcomeQuery,
  OutOfBandObject,
  OutOfBandQuery,
  PreviewRestore,
  RestoredObject,
  RestorePreviewAnswer,
  RestoreRequestDetail,
  RestoreRequestsQuery,
  RestoreRequestSummary,
  RestoreRights,
} from '@appgear/backstage-plugin-velero-common';
import { BackendClient, search } from './BackendClient';
import type { BreakGlassReviewInput, RestoresApi } from './RestoresApi';
import type { VeleroRequestOptions } from './VeleroApi';

/**
 * The client of the gate's routes.
 *
 * @public
 */
export class RestoresClient implements RestoresApi {
  readonly #backend: BackendClient;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#backend = new BackendClient(options);
  }

  getRights(options?: VeleroRequestOptions) {
    return this.#backend.get<RestoreRights>('/restore-rights', options);
  }

  getRestoreRequests(
    query: RestoreRequestsQuery,
    options?: VeleroRequestOptions,
  ) {
    return this.#backend.get<ItemPage<RestoreRequestSummary>>(
      `/restore-requests${search(query)}`,
      options,
    );
  }

  getRestoreRequest(id: string, options?: VeleroRequestOptions) {
    return this.#backend.get<RestoreRequestDetail>(pathOf(id), options);
  }

  previewRestore(asked: PreviewRestore, options?: VeleroRequestOptions) {
    return this.#backend.post<RestorePreviewAnswer>(
      '/restore-previews',
      asked,
      options,
    );
  }

  fileRestoreRequest(asked: FileRestoreRequest) {
    return this.#backend.post<RestoreRequestDetail>('/restore-requests', asked);
  }

  breakGlass(asked: BreakGlassRequest) {
    return this.#backend.post<RestoreRequestDetail>(
      '/restore-requests/break-glass',
      asked,
    );
  }

  getEffects(id: string, query: EffectsQuery, options?: VeleroRequestOptions) {
    return this.#backend.get<ItemPage<ObjectEffect>>(
      `${pathOf(id)}/effects${search(query)}`,
      options,
    );
  }

  getOutcome(id: string, query: OutcomeQuery, options?: VeleroRequestOptions) {
    return this.#backend.get<ItemPage<RestoredObject>>(
      `${pathOf(id)}/outcome${search(query)}`,
      options,
    );
  }

  getRestoreLog(
    id: string,
    query: BackupLogQuery,
    options?: VeleroRequestOptions,
  ) {
    return this.#backend.get<BackupLog>(
      `${pathOf(id)}/logs${search(query)}`,
      options,
    );
  }

  vote(id: string, vote: CastVote) {
    return this.#decide(id, 'votes', vote);
  }

  cancel(id: string, reason: string) {
    return this.#decide(id, 'cancel', { reason });
  }

  review(id: string, review: BreakGlassReviewInput) {
    return this.#decide(id, 'review', review);
  }

  getOutOfBand(query: OutOfBandQuery, options?: VeleroRequestOptions) {
    return this.#backend.get<ItemPage<OutOfBandObject>>(
      `/out-of-band${search(query)}`,
      options,
    );
  }

  getAudit(query: AuditPageQuery, options?: VeleroRequestOptions) {
    return this.#backend.get<ItemPage<AuditEvent>>(
      `/audit${search(query)}`,
      options,
    );
  }

  verifyAudit(options?: VeleroRequestOptions) {
    return this.#backend.get<AuditVerification>('/audit/verification', options);
  }

  exportAudit(query: AuditExportQuery) {
    return this.#backend.download(`/audit/export${search(query)}`);
  }

  #decide(id: string, how: 'votes' | 'cancel' | 'review', body: object) {
    return this.#backend.post<RestoreRequestDetail>(
      `${pathOf(id)}/${how}`,
      body,
    );
  }
}

function pathOf(id: string): string {
  return `/restore-requests/${encodeURIComponent(id)}`;
}
