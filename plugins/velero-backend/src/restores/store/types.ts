import {
  ApprovalFactor,
  AuditActor,
  AuditEvent,
  PreviewSummary,
  RestoreRisks,
} from '@appgear/backstage-plugin-velero-common';
import { FrozenRestore } from '../freeze';
import { GateRequest } from '../stateMachine';

/** What was asked for and shown. Fixed with the filing. */
export interface RequestContent {
  frozen: FrozenRestore;
  effectsDigest: string;
  summary: PreviewSummary;
  risks: RestoreRisks;
  /** With break-glass: whom the policy would have asked. */
  factors: ApprovalFactor[];
  /** Names of the policy's rules that matched. */
  rules: string[];
  /**
   * The references the requester acted for. Which of them gave the right to
   * ask, only the permission policy knows, and it can not be asked without the
   * person; so all of them have to hold when the restore is executed.
   */
  requesterRefs: string[];
  reason: string;
  ticketUrl?: string;
  /** The request that this one takes the place of. */
  supersedes?: string;
}

/** A request as it is kept. */
export interface StoredRequest {
  gate: GateRequest;
  content: RequestContent;
  /** Rises with each change; compared and swapped. */
  version: number;
}

/** Who is behind a change, for the audit trail. */
export interface Trace {
  actor: AuditActor;
  from?: AuditEvent['from'];
  details?: Record<string, unknown>;
}

/** The backend itself: expiry, execution, outcome. */
export const SYSTEM_TRACE: Trace = {
  actor: { kind: 'system', ref: 'plugin:velero' },
};
