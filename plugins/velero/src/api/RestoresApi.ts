import { createApiRef } from '@backstage/frontend-plugin-api';
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
import type { VeleroRequestOptions } from './VeleroApi';

/** Somebody's word on a break-glass restore. @public */
export interface BreakGlassReviewInput {
  verdict: 'justified' | 'unjustified';
  comment: string;
}

/**
 * The gate: asks for restores, decides on them, and reads what came of them.
 * Each method rejects with a `ResponseError` when the backend refuses: 403
 * without the right, 404 for what the reader may not see, 409 for what has
 * moved on, 422 for what cannot be.
 *
 * @public
 */
export interface RestoresApi {
  /** What is worth offering to the reader. */
  getRights(options?: VeleroRequestOptions): Promise<RestoreRights>;
  getRestoreRequests(
    query: RestoreRequestsQuery,
    options?: VeleroRequestOptions,
  ): Promise<ItemPage<RestoreRequestSummary>>;
  getRestoreRequest(
    id: string,
    options?: VeleroRequestOptions,
  ): Promise<RestoreRequestDetail>;
  /** What a restore would do, without asking for it. */
  previewRestore(
    asked: PreviewRestore,
    options?: VeleroRequestOptions,
  ): Promise<RestorePreviewAnswer>;
  fileRestoreRequest(asked: FileRestoreRequest): Promise<RestoreRequestDetail>;
  /** Restores without approval; everyone who would be asked is told. */
  breakGlass(asked: BreakGlassRequest): Promise<RestoreRequestDetail>;
  /** What approvers are shown, object by object. */
  getEffects(
    id: string,
    query: EffectsQuery,
    options?: VeleroRequestOptions,
  ): Promise<ItemPage<ObjectEffect>>;
  /** What Velero did, object by object. */
  getOutcome(
    id: string,
    query: OutcomeQuery,
    options?: VeleroRequestOptions,
  ): Promise<ItemPage<RestoredObject>>;
  /** Lines of Velero's log, once the restore has ended. */
  getRestoreLog(
    id: string,
    query: BackupLogQuery,
    options?: VeleroRequestOptions,
  ): Promise<BackupLog>;
  vote(id: string, vote: CastVote): Promise<RestoreRequestDetail>;
  cancel(id: string, reason: string): Promise<RestoreRequestDetail>;
  review(
    id: string,
    review: BreakGlassReviewInput,
  ): Promise<RestoreRequestDetail>;
  /** What was made without the gate. */
  getOutOfBand(
    query: OutOfBandQuery,
    options?: VeleroRequestOptions,
  ): Promise<ItemPage<OutOfBandObject>>;
  /** The trail, newest first. */
  getAudit(
    query: AuditPageQuery,
    options?: VeleroRequestOptions,
  ): Promise<ItemPage<AuditEvent>>;
  /** Follows the whole chain in the database. */
  verifyAudit(options?: VeleroRequestOptions): Promise<AuditVerification>;
  /** The trail as a file. */
  exportAudit(query: AuditExportQuery): Promise<Blob>;
}

/** @public */
export const restoresApiRef = createApiRef<RestoresApi>({
  id: 'plugin.velero.restores',
});
