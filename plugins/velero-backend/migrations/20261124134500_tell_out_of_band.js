// @ts-check

/** ISO 8601 in UTC with milliseconds, as text: they sort as they are. */
const TIME_LENGTH = 24;
const TABLE = 'restore_out_of_band';

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable(TABLE, table => {
    table
      .string('told_at', TIME_LENGTH)
      .comment('Null: somebody is to be told');
    table.string('telling_until', TIME_LENGTH).comment('A replica is about to');
  });
  // What was found before is no news.
  await knex(TABLE).update({ told_at: knex.ref('created_at') });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable(TABLE, table => {
    table.dropColumn('told_at');
    table.dropColumn('telling_until');
  });
};
