import {
  EvidenceFailure,
  Problem,
} from '@appgear/backstage-plugin-velero-common';
import { Knex } from 'knex';
import {
  DistilledBackup,
  DistilledNamespace,
  DISTILLER_VERSION,
} from '../distil';
import { packContents, unpackCounts, unpackNames, Names } from './contents';
import { batches } from './batches';
import { EvidenceKey } from './EvidenceKey';
import {
  ContentsRow,
  EvidenceRow,
  EvidenceState,
  fromTime,
  NamespaceEvidence,
  NamespaceRow,
  STATE_COLUMNS,
  toNamespaceEvidence,
  toState,
} from './rows';

/** Who reads a backup's files, and until when nobody else does. */
export interface Hold {
  /** Unique to the replica. */
  holder: string;
  /** Milliseconds since 1970. */
  now: number;
  until: number;
}

/**
 * Keeps what backups report about themselves for as long as they live. Any
 * number of replicas share it: a backup is read by who holds it, and what a
 * replica writes after it lost its hold is refused.
 */
export class EvidenceStore {
  readonly #knex: Knex;
  readonly #distiller: number;

  constructor(knex: Knex, distiller: number = DISTILLER_VERSION) {
    this.#knex = knex;
    this.#distiller = distiller;
  }

  /** Whether it was read by an older distiller, and is to be read again. */
  isOutdated({ state, distiller }: EvidenceState): boolean {
    return state === 'read' && distiller < this.#distiller;
  }

  /**
   * Takes hold of a backup that is due to be read.
   *
   * @returns false when it was read by this distiller or a newer one, is not
   * due, or another replica holds it
   */
  async claim(key: EvidenceKey, hold: Hold): Promise<boolean> {
    const now = fromTime(hold.now);
    await this.#knex<EvidenceRow>('evidence')
      .insert({
        id: key.id,
        storage: key.storage,
        backup: key.backup,
        taken_at: fromTime(key.takenAt),
        state: 'waiting',
        attempts: 0,
        updated_at: now,
      })
      .onConflict('id')
      .ignore();
    const taken = await this.#knex<EvidenceRow>('evidence')
      .where('id', key.id)
      .where(unread =>
        unread
          .whereNot('state', 'read')
          .orWhere('distiller', '<', this.#distiller),
      )
      .where(due => due.whereNull('held_until').orWhere('held_until', '<', now))
      .where(due =>
        due.whereNull('next_attempt_at').orWhere('next_attempt_at', '<=', now),
      )
      .update({
        holder: hold.holder,
        held_until: fromTime(hold.until),
        updated_at: now,
      });
    return taken === 1;
  }

  /** Lets go of a backup without having read it, so that another replica may. */
  async release({ id }: EvidenceKey, { holder, now }: Hold): Promise<void> {
    await this.#held(id, holder).update({
      holder: null,
      held_until: null,
      updated_at: fromTime(now),
    });
  }

  /**
   * What an older distiller found stays as it is, for as long as nothing
   * better can be read.
   *
   * @returns false when the hold was lost; then nothing is written
   */
  async saveFailure(
    { id }: EvidenceKey,
    { holder, now }: Hold,
    failed: {
      failure: EvidenceFailure;
      problem: Problem;
      nextAttemptAt: number;
    },
  ): Promise<boolean> {
    const tryAgain = {
      next_attempt_at: fromTime(failed.nextAttemptAt),
      holder: null,
      held_until: null,
      updated_at: fromTime(now),
    };
    const saved = await this.#held(id, holder)
      .whereNot('state', 'read')
      .increment('attempts', 1)
      .update({
        ...tryAgain,
        state: 'unknown',
        failure: failed.failure,
        problem: JSON.stringify(failed.problem),
      });
    const kept = await this.#held(id, holder)
      .increment('attempts', 1)
      .update(tryAgain);
    return saved + kept === 1;
  }

  /** @returns false when the hold was lost; then nothing is written */
  async saveRead(
    { id }: EvidenceKey,
    { holder, now }: Hold,
    backup: DistilledBackup,
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const saved = await this.#held(id, holder, transaction)
        .increment('attempts', 1)
        .update({
          state: 'read',
          failure: null,
          problem: null,
          next_attempt_at: null,
          holder: null,
          held_until: null,
          read_at: fromTime(now),
          distiller: this.#distiller,
          digest: backup.digest,
          volumes_recorded: backup.volumesRecorded,
          messages: messagesOf(backup),
          updated_at: fromTime(now),
        });
      if (saved === 1) {
        await replaceNamespaces(transaction, id, backup);
      }
      return saved === 1;
    });
  }

  /** The state of all evidence that changed at or after a time; of all without one. */
  async states(since?: number): Promise<EvidenceState[]> {
    const query = this.#knex<EvidenceRow>('evidence').select(...STATE_COLUMNS);
    if (since !== undefined) {
      query.where('updated_at', '>=', fromTime(since));
    }
    return (await query).map(toState);
  }

  /** Of one backup's evidence; undefined: nobody tried to read it yet. */
  async state(id: string): Promise<EvidenceState | undefined> {
    const row = await this.#knex<EvidenceRow>('evidence')
      .first(...STATE_COLUMNS)
      .where({ id });
    return row && toState(row);
  }

  /** What the given backups hold of the given namespaces. */
  async namespaces(
    evidenceIds: readonly string[],
    namespaces?: readonly string[],
  ): Promise<NamespaceEvidence[]> {
    const rows: NamespaceRow[] = [];
    for (const ids of batches(evidenceIds)) {
      const query = this.#knex<NamespaceRow>('evidence_namespaces')
        .select()
        .whereIn('evidence_id', ids);
      if (namespaces) {
        query.whereIn('namespace', namespaces);
      }
      rows.push(...(await query));
    }
    return rows.map(toNamespaceEvidence);
  }

  /** The namespaces that a backup holds something of, sorted; `''` first. */
  async namespaceNames(evidenceId: string): Promise<string[]> {
    const rows = await this.#knex<NamespaceRow>('evidence_namespaces')
      .select('namespace')
      .where('evidence_id', evidenceId);
    return rows.map(({ namespace }) => namespace).sort();
  }

  /** Errors and warnings of a backup that belong to no namespace. */
  async messages(
    evidenceId: string,
  ): Promise<Pick<DistilledBackup, 'errors' | 'warnings'> | undefined> {
    const row = await this.#knex<EvidenceRow>('evidence')
      .first('messages')
      .where('id', evidenceId);
    return row?.messages ? JSON.parse(row.messages) : undefined;
  }

  /** How many objects of each kind are in lists, by their digest. */
  async counts(
    digests: readonly string[],
  ): Promise<Map<string, Map<string, number>>> {
    const rows: Pick<ContentsRow, 'digest' | 'counts'>[] = [];
    for (const some of batches(digests)) {
      const found = await this.#knex<ContentsRow>('evidence_contents')
        .select('digest', 'counts')
        .whereIn('digest', some);
      rows.push(...found);
    }
    return new Map(
      rows.map(({ digest, counts }) => [digest, unpackCounts(counts)]),
    );
  }

  /** The names in lists, by their digests. */
  async namesOf(digests: readonly string[]): Promise<Map<string, Names>> {
    const found = new Map<string, Names>();
    for (const some of batches(digests)) {
      const rows = await this.#knex<ContentsRow>('evidence_contents')
        .select('digest', 'names')
        .whereIn('digest', some);
      rows.forEach(({ digest, names }) =>
        found.set(digest, unpackNames(names)),
      );
    }
    return found;
  }

  async names(digest: string): Promise<Names | undefined> {
    return (await this.namesOf([digest])).get(digest);
  }

  #held(id: string, holder: string, knex: Knex = this.#knex) {
    return knex<EvidenceRow>('evidence').where({ id, holder });
  }
}

async function replaceNamespaces(
  transaction: Knex.Transaction,
  id: string,
  { namespaces }: DistilledBackup,
): Promise<void> {
  const rows: NamespaceRow[] = [];
  const contents = new Map<string, ContentsRow>();
  for (const [namespace, part] of namespaces) {
    const packed = packContents(part.objects);
    contents.set(packed.digest, packed);
    rows.push({
      evidence_id: id,
      namespace,
      contents: packed.digest,
      volumes: JSON.stringify(part.volumes),
      messages: messagesOf(part),
    });
  }
  await transaction<NamespaceRow>('evidence_namespaces')
    .where('evidence_id', id)
    .delete();
  for (const some of batches([...contents.values()])) {
    await transaction<ContentsRow>('evidence_contents')
      .insert(some)
      .onConflict('digest')
      .ignore();
  }
  for (const some of batches(rows)) {
    await transaction<NamespaceRow>('evidence_namespaces').insert(some);
  }
}

function messagesOf({
  errors,
  warnings,
}: Pick<DistilledNamespace, 'errors' | 'warnings'>): string {
  return JSON.stringify({ errors, warnings });
}
