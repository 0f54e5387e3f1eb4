import { Knex } from 'knex';
import { AuditTrail } from './AuditTrail';

/**
 * Puts the digest of the gate's configuration into the trail when it is not
 * the last one there: whoever loosens the rules leaves a trace, and several
 * replicas that start at once leave one.
 */
export async function noteConfiguration(
  database: Knex,
  trail: AuditTrail,
  clock: { now(database: Knex): Promise<Date> },
  policyDigest: string,
): Promise<void> {
  await database.transaction(async transaction => {
    await trail.lock(transaction);
    const last = await trail.lastOf(transaction, 'configurationChanged');
    if (last?.details.policyDigest === policyDigest) return;
    const now = await clock.now(transaction);
    await trail.append(transaction, [
      {
        at: now.toISOString(),
        type: 'configurationChanged',
        actor: { kind: 'system', ref: 'plugin:velero' },
        workspaces: [],
        details: { policyDigest },
      },
    ]);
  });
}
