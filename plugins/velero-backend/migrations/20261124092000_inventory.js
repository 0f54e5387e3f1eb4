// @ts-check

const TIME_LENGTH = 24;
const SHA256_LENGTH = 64;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('inventory_clusters', table => {
    table.comment(
      'When and at what cost the live objects of a cluster were read',
    );
    table.string('cluster', 63).primary();
    table.string('read_at', TIME_LENGTH).notNullable();
    table
      .string('namespaces', SHA256_LENGTH)
      .notNullable()
      .comment('Digest of the namespaces that were asked for');
    table.text('types').notNullable().comment('JSON: the kinds it serves');
    table.text('unreadable').notNullable().comment('JSON: kinds not allowed');
    table.integer('requests').notNullable();
    table.bigInteger('bytes').notNullable();
    table.integer('milliseconds').notNullable();
  });

  await knex.schema.createTable('inventory_namespaces', table => {
    table.comment('What lives in one namespace; "" of none');
    table.string('cluster', 63).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('digest', SHA256_LENGTH).notNullable();
    table.binary('objects').notNullable().comment('gzip, JSON');
    table.string('changed_at', TIME_LENGTH).notNullable();
    table.primary(['cluster', 'namespace']);
    table.index('changed_at');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('inventory_namespaces');
  await knex.schema.dropTable('inventory_clusters');
};
