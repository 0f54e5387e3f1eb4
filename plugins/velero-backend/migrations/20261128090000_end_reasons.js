// @ts-check

const TABLE = 'restore_requests';

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable(TABLE, table => {
    table
      .text('end_reasons')
      .comment(
        'JSON: the sentences of end_reason, with keys to translate them',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable(TABLE, table => table.dropColumn('end_reasons'));
};
