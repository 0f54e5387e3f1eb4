// @ts-check

/**
 * Times are ISO 8601 in UTC with milliseconds, as text: they sort as they
 * are, and both databases give back what was written.
 */
const TIME_LENGTH = 24;

/** Tables whose rows never change and never go. */
const APPEND_ONLY = ['restore_audit', 'restore_votes', 'restore_effects'];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('restore_requests', table => {
    table.comment(
      'Restore requests; one row each, changed by compare-and-swap',
    );
    table.string('id', 36).primary();
    table.integer('version').notNullable().comment('Compared and swapped');
    table.string('state', 20).notNullable();
    table.string('cluster', 63).notNullable().comment('The target');
    table.string('requester', 255).notNullable();
    table.string('digest', 64).notNullable();
    table.string('filed_at', TIME_LENGTH).notNullable();
    table.string('approve_before', TIME_LENGTH).notNullable();
    table.string('not_before', TIME_LENGTH);
    table.string('approved_at', TIME_LENGTH);
    table.string('execute_before', TIME_LENGTH);
    table.string('started_at', TIME_LENGTH);
    table.string('ended_at', TIME_LENGTH);
    table.text('end_reason');
    table.text('incident').comment('Set: break-glass');
    table.text('review').comment('JSON: the review of a break-glass restore');
    table.text('content').notNullable().comment('JSON: what was asked; fixed');
    table.index(['state', 'filed_at']);
    table.index('filed_at');
    table.index('requester');
  });

  await knex.schema.createTable('restore_request_workspaces', table => {
    table.comment('Which workspaces a request touches');
    table.string('request_id', 36).notNullable();
    table.string('workspace', 253).notNullable();
    table.primary(['request_id', 'workspace']);
    table.index('workspace');
    table.foreign('request_id').references('restore_requests.id');
  });

  await knex.schema.createTable('restore_request_groups', table => {
    table.comment('Whose members may vote: to find what waits for somebody');
    table.string('request_id', 36).notNullable();
    table.string('group_ref', 255).notNullable();
    table.primary(['request_id', 'group_ref']);
    table.index('group_ref');
    table.foreign('request_id').references('restore_requests.id');
  });

  await knex.schema.createTable('restore_votes', table => {
    table.comment('One vote per person and request; append-only');
    table.string('request_id', 36).notNullable();
    table.string('voter', 255).notNullable();
    table.string('decision', 10).notNullable();
    table.text('comment');
    table.string('at', TIME_LENGTH).notNullable();
    table.string('digest', 64).notNullable();
    table.text('factors').notNullable().comment('JSON: ids of factors');
    table.integer('position').notNullable();
    table.primary(['request_id', 'voter']);
    table.foreign('request_id').references('restore_requests.id');
  });

  await knex.schema.createTable('restore_effects', table => {
    table.comment('What approvers are shown, object by object; append-only');
    table.string('request_id', 36).notNullable();
    table.integer('position').notNullable();
    table.string('action', 30).notNullable();
    table.string('resource', 320).notNullable();
    table.string('namespace', 253);
    table.string('name', 253).notNullable();
    table.text('effect').notNullable().comment('JSON');
    table.primary(['request_id', 'position']);
    table.index(['request_id', 'action']);
    table.foreign('request_id').references('restore_requests.id');
  });

  await knex.schema.createTable('restore_executions', table => {
    table.comment('Where the worker is with a request');
    table.string('request_id', 36).primary();
    table.string('lease_holder', 100);
    table.string('lease_until', TIME_LENGTH);
    table.string('restore_name', 253);
    table.string('restore_uid', 64);
    table.string('phase', 60);
    table.text('progress').comment('JSON');
    table.string('progressed_at', TIME_LENGTH);
    table.string('stuck_since', TIME_LENGTH).comment('Reported as stuck');
    table.text('outcome').comment('JSON: counts, warnings and errors');
    table.foreign('request_id').references('restore_requests.id');
  });

  await knex.schema.createTable('restore_targets', table => {
    table.comment('Namespaces that an execution holds for itself');
    table.string('cluster', 63).notNullable();
    table.string('namespace', 253).notNullable();
    table.string('request_id', 36).notNullable();
    table.primary(['cluster', 'namespace']);
    table.index('request_id');
    table.foreign('request_id').references('restore_requests.id');
  });

  await knex.schema.createTable('restore_outcomes', table => {
    table.comment('What Velero did, object by object');
    table.string('request_id', 36).notNullable();
    table.integer('position').notNullable();
    table.string('result', 20).notNullable();
    table.string('resource', 320).notNullable();
    table.string('namespace', 253);
    table.string('name', 253).notNullable();
    table.text('outcome').notNullable().comment('JSON');
    table.primary(['request_id', 'position']);
    table.index(['request_id', 'result']);
    table.foreign('request_id').references('restore_requests.id');
  });

  await knex.schema.createTable('restore_outbox', table => {
    table.comment('Messages that wait to be sent');
    table.increments('id');
    table.string('request_id', 36).notNullable();
    table.string('kind', 40).notNullable();
    table.text('payload').notNullable().comment('JSON');
    table.string('due_at', TIME_LENGTH).notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('claimed_until', TIME_LENGTH);
    table.string('done_at', TIME_LENGTH);
    table.index(['done_at', 'due_at']);
    table.foreign('request_id').references('restore_requests.id');
  });

  await knex.schema.createTable('restore_audit', table => {
    table.comment('The audit trail: a hash chain; append-only');
    table.integer('seq').primary();
    table.string('at', TIME_LENGTH).notNullable();
    table.string('type', 30).notNullable();
    table.string('actor', 255).notNullable();
    table.string('request_id', 36);
    table.text('workspaces').notNullable().comment('As ,a,b,');
    table.text('event').notNullable().comment('The event: canonical JSON');
    table.index('at');
    table.index('actor');
    table.index('request_id');
  });

  await knex.schema.createTable('restore_audit_forwarding', table => {
    table.comment('Up to where the auditor of Backstage was told; one row');
    table.integer('id').primary();
    table.integer('seq').notNullable();
  });
  await knex('restore_audit_forwarding').insert({ id: 1, seq: 0 });

  await knex.schema.createTable('restore_out_of_band', table => {
    table.comment(
      'Restores and deletions of backups that the gate did not make',
    );
    table.string('uid', 64).notNullable();
    table.string('cluster', 63).notNullable();
    table.string('kind', 30).notNullable();
    table.string('name', 253).notNullable();
    table.string('backup', 253);
    table.string('made_by', 253).comment('As the cluster tells');
    table.string('created_at', TIME_LENGTH).notNullable();
    table.text('workspaces').notNullable().comment('JSON: ids');
    table.primary(['cluster', 'uid']);
    table.index('created_at');
  });

  await forbidChanges(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'restore_out_of_band',
    'restore_audit_forwarding',
    'restore_audit',
    'restore_outbox',
    'restore_outcomes',
    'restore_targets',
    'restore_executions',
    'restore_effects',
    'restore_votes',
    'restore_request_groups',
    'restore_request_workspaces',
    'restore_requests',
  ]) {
    await knex.schema.dropTable(table);
  }
  if (isPostgres(knex)) {
    await knex.raw('drop function velero_append_only()');
  }
};

/**
 * The database itself refuses changes, so that a bug can not do by accident
 * what the hash chain would only show afterwards.
 *
 * @param {import('knex').Knex} knex
 */
async function forbidChanges(knex) {
  if (isPostgres(knex)) {
    await knex.raw(`
      create function velero_append_only() returns trigger as $$
      begin
        raise exception '% is append-only', TG_TABLE_NAME;
      end
      $$ language plpgsql`);
    for (const table of APPEND_ONLY) {
      await knex.raw(`
        create trigger ${table}_append_only
        before update or delete or truncate on ${table}
        for each statement execute function velero_append_only()`);
    }
    return;
  }
  for (const table of APPEND_ONLY) {
    for (const operation of ['update', 'delete']) {
      await knex.raw(`
        create trigger ${table}_no_${operation}
        before ${operation} on ${table}
        begin
          select raise(abort, '${table} is append-only');
        end`);
    }
  }
}

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}
