// @ts-check

/** ISO 8601 in UTC with milliseconds, as text: they sort as they are. */
const TIME_LENGTH = 24;
const SHA256_LENGTH = 64;
/** Storage, name of the backup and when it was taken. */
const ID_LENGTH = 330;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('evidence', table => {
    table.comment('What backups report about themselves; one row per backup');
    table.string('id', ID_LENGTH).primary();
    table.string('storage', SHA256_LENGTH).notNullable();
    table.string('backup', 253).notNullable();
    table.string('taken_at', TIME_LENGTH).notNullable();
    table.string('state', 10).notNullable().comment('waiting, read, unknown');
    table.string('failure', 30).comment('Why unknown');
    table.text('problem').comment('JSON: the same in words');
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('next_attempt_at', TIME_LENGTH);
    table.string('holder', 36).comment('The replica that reads it now');
    table.string('held_until', TIME_LENGTH);
    table.string('read_at', TIME_LENGTH);
    table.string('digest', SHA256_LENGTH).comment('Of its files');
    table.boolean('volumes_recorded');
    table.text('messages').comment('JSON: errors and warnings of no namespace');
    table.string('updated_at', TIME_LENGTH).notNullable();
    table.string('absent_since', TIME_LENGTH).comment('In no cluster any more');
    table.index('updated_at');
  });

  await knex.schema.createTable('evidence_contents', table => {
    table.comment(
      'Lists of names, once each: most backups hold what others do',
    );
    table.string('digest', SHA256_LENGTH).primary();
    table.text('counts').notNullable().comment('JSON: [kind, count][]');
    table.binary('names').notNullable().comment('gzip, JSON: [kind, names][]');
  });

  await knex.schema.createTable('evidence_namespaces', table => {
    table.comment('What one backup holds of one namespace; "" of none');
    table.string('evidence_id', ID_LENGTH).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('contents', SHA256_LENGTH).notNullable();
    table.text('volumes').notNullable().comment('JSON');
    table.text('messages').notNullable().comment('JSON: errors and warnings');
    table.primary(['evidence_id', 'namespace']);
    table.index('namespace');
    table.index('contents');
    table.foreign('evidence_id').references('evidence.id');
    table.foreign('contents').references('evidence_contents.digest');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('evidence_namespaces');
  await knex.schema.dropTable('evidence_contents');
  await knex.schema.dropTable('evidence');
};
