import { Knex } from 'knex';
import { batches } from './batches';
import { ContentsRow, EvidenceRow, fromTime, NamespaceRow } from './rows';

const HOUR_MS = 3_600_000;

/** A backup that a GitOps tool prunes comes back with Velero's next sync. */
const GRACE_MS = HOUR_MS;

/** A cluster that nobody hears of for so long does not keep evidence alive. */
const GRACE_IN_DOUBT_MS = 30 * 24 * HOUR_MS;

/** What the portal sees of the fleet's backups. */
export interface Presence {
  /** Ids of the evidence of all backups there are. */
  ids: ReadonlySet<string>;
  /** Every configured cluster was listed, so that what is not seen is gone. */
  isWhole: boolean;
}

/**
 * Drops the evidence of backups that are in no cluster any more.
 *
 * @returns the ids of what was dropped
 */
export async function dropGone(
  knex: Knex,
  presence: Presence,
  now: number,
): Promise<string[]> {
  const rows = await knex<EvidenceRow>('evidence').select('id', 'absent_since');
  const back = rows.filter(row => row.absent_since && presence.ids.has(row.id));
  const left = rows.filter(
    row => !row.absent_since && !presence.ids.has(row.id),
  );
  await mark(knex, back, null);
  await mark(knex, left, fromTime(now));
  const grace = presence.isWhole ? GRACE_MS : GRACE_IN_DOUBT_MS;
  const gone = rows
    .filter(
      ({ id, absent_since }) =>
        absent_since !== null &&
        !presence.ids.has(id) &&
        Date.parse(absent_since) <= now - grace,
    )
    .map(({ id }) => id);
  await drop(knex, gone);
  return gone;
}

async function mark(
  knex: Knex,
  rows: Pick<EvidenceRow, 'id'>[],
  absentSince: string | null,
): Promise<void> {
  for (const some of batches(rows.map(({ id }) => id))) {
    await knex<EvidenceRow>('evidence')
      .whereIn('id', some)
      .update({ absent_since: absentSince });
  }
}

async function drop(knex: Knex, gone: string[]): Promise<void> {
  for (const ids of batches(gone)) {
    await knex.transaction(async transaction => {
      await transaction<NamespaceRow>('evidence_namespaces')
        .whereIn('evidence_id', ids)
        .delete();
      await transaction<EvidenceRow>('evidence').whereIn('id', ids).delete();
    });
  }
  if (gone.length > 0) {
    await knex<ContentsRow>('evidence_contents')
      .whereNotExists(
        knex('evidence_namespaces')
          .select(knex.raw('1'))
          .whereRaw('evidence_namespaces.contents = evidence_contents.digest'),
      )
      .delete();
  }
}
