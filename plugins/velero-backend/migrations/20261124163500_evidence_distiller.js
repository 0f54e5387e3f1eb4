// @ts-check

const TABLE = 'evidence';

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable(TABLE, table => {
    table
      .integer('distiller')
      .notNullable()
      .defaultTo(0)
      .comment('Version of what made it; older ones are read again');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable(TABLE, table => table.dropColumn('distiller'));
};
