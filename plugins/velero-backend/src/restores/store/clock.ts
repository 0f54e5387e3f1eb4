import { Knex } from 'knex';

/**
 * The gate's time. Deadlines are looked at by any replica, so all of them ask
 * one clock: the database's.
 */
export interface GateClock {
  now(database: Knex): Promise<Date>;
}

/** PostgreSQL's clock; with SQLite, which has one process, that one's. */
export const databaseClock: GateClock = {
  async now(database) {
    if (database.client.config.client !== 'pg') return new Date();
    const { rows } = await database.raw<{ rows: Array<{ now: Date }> }>(
      'select clock_timestamp() as now',
    );
    return rows[0].now;
  },
};
