// @ts-check

/** ISO 8601 in UTC with milliseconds, as text: they sort as they are. */
const TIME_LENGTH = 24;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('verdicts', table => {
    table.comment('The verdict on each workspace that people were told of');
    table.string('workspace', 253).primary();
    table.string('verdict', 20).notNullable();
    table.string('cause', 400).comment('What made it bad, of many workspaces');
    table.string('since', TIME_LENGTH).notNullable();
    table.boolean('told').notNullable().comment('People know that it is bad');
    table.string('candidate', 20).comment('The next verdict, if it lasts');
    table.string('candidate_since', TIME_LENGTH);
  });

  await knex.schema.createTable('verdict_history', table => {
    table.comment('Each change of a verdict; rows never change');
    table.increments('position');
    table.string('workspace', 253).notNullable();
    table.string('tenant', 253);
    table.string('at', TIME_LENGTH).notNullable();
    table.string('verdict', 20).comment('Null: the workspace is gone');
    table.text('reasons').notNullable().comment('JSON');
    table.index(['workspace', 'at']);
    table.index('at');
  });

  await knex.schema.createTable('verdict_messages', table => {
    table.comment('Notifications to be sent');
    table.increments('id');
    table.string('scope', 420).notNullable();
    table.text('content').notNullable().comment('JSON: recipients and payload');
    table.string('created_at', TIME_LENGTH).notNullable();
    table.string('sent_at', TIME_LENGTH);
    table.index('sent_at');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('verdict_messages');
  await knex.schema.dropTable('verdict_history');
  await knex.schema.dropTable('verdicts');
};
