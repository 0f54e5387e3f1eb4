import {
  EvidenceFailure,
  EvidenceMessages,
  EvidenceVolume,
  Problem,
} from '@appgear/backstage-plugin-velero-common';

/** A row of `evidence`. Times are ISO 8601 in UTC. */
export interface EvidenceRow {
  id: string;
  storage: string;
  backup: string;
  taken_at: string;
  state: 'waiting' | 'read' | 'unknown';
  failure: EvidenceFailure | null;
  problem: string | null;
  attempts: number;
  next_attempt_at: string | null;
  holder: string | null;
  held_until: string | null;
  read_at: string | null;
  distiller: number;
  digest: string | null;
  /** SQLite gives back 0 and 1. */
  volumes_recorded: boolean | number | null;
  messages: string | null;
  updated_at: string;
  absent_since: string | null;
}

export interface NamespaceRow {
  evidence_id: string;
  namespace: string;
  contents: string;
  volumes: string;
  messages: string;
}

export interface ContentsRow {
  digest: string;
  counts: string;
  names: Buffer;
}

/** How far the portal is with one backup's evidence. Times are milliseconds since 1970. */
export interface EvidenceState {
  readonly id: string;
  readonly state: 'waiting' | 'read' | 'unknown';
  readonly failure: EvidenceFailure | undefined;
  readonly problem: Problem | undefined;
  readonly attempts: number;
  readonly nextAttemptAt: number | undefined;
  readonly heldUntil: number | undefined;
  readonly readAt: number | undefined;
  /** Version of the distiller that made it; 0: not read, or by one that had none. */
  readonly distiller: number;
  readonly digest: string | undefined;
  readonly volumesRecorded: boolean;
  readonly updatedAt: number;
  readonly absentSince: number | undefined;
}

/** What a backup holds of one namespace, as it is kept. */
export interface NamespaceEvidence {
  readonly evidenceId: string;
  readonly namespace: string;
  /** Names the list of objects; equal for equal lists. */
  readonly contents: string;
  readonly volumes: EvidenceVolume[];
  readonly errors: EvidenceMessages;
  readonly warnings: EvidenceMessages;
}

/** Of `evidence`, what a state is made of. */
export const STATE_COLUMNS = [
  'id',
  'state',
  'failure',
  'problem',
  'attempts',
  'next_attempt_at',
  'held_until',
  'read_at',
  'distiller',
  'digest',
  'volumes_recorded',
  'updated_at',
  'absent_since',
] as const satisfies readonly (keyof EvidenceRow)[];

export function toState(
  row: Pick<EvidenceRow, (typeof STATE_COLUMNS)[number]>,
): EvidenceState {
  return {
    id: row.id,
    state: row.state,
    failure: row.failure ?? undefined,
    problem: row.problem ? JSON.parse(row.problem) : undefined,
    attempts: row.attempts,
    nextAttemptAt: toTime(row.next_attempt_at),
    heldUntil: toTime(row.held_until),
    readAt: toTime(row.read_at),
    distiller: row.distiller,
    digest: row.digest ?? undefined,
    volumesRecorded: Boolean(row.volumes_recorded),
    updatedAt: Date.parse(row.updated_at),
    absentSince: toTime(row.absent_since),
  };
}

export function toNamespaceEvidence(row: NamespaceRow): NamespaceEvidence {
  return {
    evidenceId: row.evidence_id,
    namespace: row.namespace,
    contents: row.contents,
    volumes: JSON.parse(row.volumes),
    ...(JSON.parse(row.messages) as Record<
      'errors' | 'warnings',
      EvidenceMessages
    >),
  };
}

/** For columns that hold a time. */
export function fromTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function toTime(text: string | null): number | undefined {
  return text === null ? undefined : Date.parse(text);
}
