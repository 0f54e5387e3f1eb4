import { z } from 'zod';

/** What happened. @public */
export type AuditEventType =
  | 'filed'
  | 'viewed'
  | 'voted'
  | 'approved'
  | 'rejected'
  | 'cancelled'
  | 'expired'
  | 'invalidated'
  | 'refused'
  | 'executionStarted'
  | 'restoreCreated'
  | 'restoreAdopted'
  | 'storedDiffers'
  | 'stuck'
  | 'succeeded'
  | 'partiallyFailed'
  | 'failed'
  | 'reviewed'
  | 'outOfBand'
  | 'configurationChanged'
  | 'exported';

/** Who did it; `system` where no one acted, as with expiry. @public */
export interface AuditActor {
  kind: 'user' | 'service' | 'system';
  /** Entity reference of a user, or a service's subject. */
  ref: string;
}

/** One link of the audit trail. @public */
export interface AuditEvent {
  /** Counts from 1 without gaps. */
  seq: number;
  /** ISO 8601, UTC. */
  at: string;
  type: AuditEventType;
  actor: AuditActor;
  /** Where the call came from, as far as the backend can tell. */
  from?: { address?: string; userAgent?: string };
  /** Id of the restore request. */
  request?: string;
  /** Ids of the workspaces that the request touches. */
  workspaces: string[];
  /** Digest of what the actor was shown or what was executed. */
  digest?: string;
  /** What is worth knowing besides; never a secret. */
  details: Record<string, unknown>;
  /** `hash` of the event before; 64 zeros for the first. */
  previousHash: string;
  /** SHA-256 over the canonical JSON of all other fields, in hexadecimal. */
  hash: string;
}

const day = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .transform(text => new Date(text).toISOString());

/** Query of `GET /audit` and `GET /audit/export`. @public */
export const auditQuerySchema = z.strictObject({
  /** From this moment on; a date means its first moment, UTC. */
  since: day.optional(),
  /** Up to this moment, exclusive. */
  until: day.optional(),
  workspace: z.string().max(253).optional(),
  /** Entity reference of a user. */
  person: z.string().max(500).optional(),
  request: z.string().max(100).optional(),
});

/** @public */
export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** Query of `GET /audit`, newest first. @public */
export const auditPageQuerySchema = auditQuerySchema.extend({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** @public */
export type AuditPageQuery = z.input<typeof auditPageQuerySchema>;

/** Query of `GET /audit/export`. @public */
export const auditExportQuerySchema = auditQuerySchema.extend({
  format: z.enum(['jsonl', 'csv']).default('jsonl'),
});

/** @public */
export type AuditExportQuery = z.input<typeof auditExportQuerySchema>;

/**
 * Answer of `GET /audit/verification`: the whole chain was followed to its
 * head, or up to the first event with something wrong.
 *
 * @public
 */
export type AuditVerification =
  | { ok: true; events: number; head: { seq: number; hash: string } }
  | { ok: false; seq: number; problem: string };
