#!/usr/bin/env node
/**
 * For pipelines: asks the portal whether a workspace will be held, or has it
 * backed up and waits until the backup is proven. Ends with 0 when so. Needs
 * Node 20 and nothing else; docs/pipelines.md has the token's rights.
 *
 *   node backup.mjs coverage CLUSTER WORKSPACE
 *   node backup.mjs backup   CLUSTER WORKSPACE
 *
 * PORTAL_URL and PORTAL_TOKEN say where and as whom. BACKUP_KEY, such as the
 * run's id, has a repeated job find the backup that it made before.
 * BACKUP_TIMEOUT_MINUTES is 45 by default.
 */
const { PORTAL_URL, PORTAL_TOKEN, BACKUP_KEY } = process.env;
const MINUTES = Number(process.env.BACKUP_TIMEOUT_MINUTES ?? 45);
const POLL_MS = Number(process.env.BACKUP_POLL_MS ?? 5000);
const [command, cluster, workspace] = process.argv.slice(2);
const commands = { coverage, backup };

try {
  if (!commands[command] || !cluster || !workspace) {
    throw new Error('Usage: backup.mjs coverage|backup CLUSTER WORKSPACE');
  }
  if (!PORTAL_URL || !PORTAL_TOKEN) {
    throw new Error('Set PORTAL_URL and PORTAL_TOKEN');
  }
  console.log(await commands[command]());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** Whether the next run of a schedule takes all of the workspace. */
async function coverage() {
  const { items } = await ask(
    `/schedules?${new URLSearchParams({ cluster, workspace, limit: 100 })}`,
  );
  for (const { name, condition, nextRunAt } of items) {
    const { simulation } = await ask(
      `/schedules/${cluster}/${name}/coverage?workspace=${workspace}`,
    );
    const { namespaces } = simulation;
    const takesAll =
      namespaces.length > 0 &&
      namespaces.every(({ outcome }) =>
        ['all', 'nothingLives'].includes(outcome),
      );
    if (takesAll && ['ok', 'new', 'missed'].includes(condition)) {
      return `Schedule ${name} takes all of ${workspace}, next at ${nextRunAt}.`;
    }
  }
  throw new Error(
    `No schedule on ${cluster} takes all of ${workspace}: ${PORTAL_URL}/dr/workspaces/${workspace} says why.`,
  );
}

/** One backup, and what it is worth once Velero is done with it. */
async function backup() {
  const { name, existed } = await ask('/backups', {
    cluster,
    workspace,
    ttl: '72h',
    ...(BACKUP_KEY && { idempotencyKey: BACKUP_KEY }),
  });
  console.log(`Backup ${name} ${existed ? 'is there already' : 'was made'}.`);
  const deadline = Date.now() + MINUTES * 60_000;
  for (;;) {
    const { items } = await ask(`/workspaces/${workspace}/recovery-points`);
    const point = items.find(item => item.backup === name);
    if (point?.evidence.state === 'read' && point.grade === 'complete') {
      return `Backup ${name} is proven to hold all of ${workspace}.`;
    }
    const isOver =
      ['Failed', 'FailedValidation'].includes(point?.phase) ||
      (point?.evidence.state === 'read' &&
        !['unknown', undefined].includes(point.grade));
    if (isOver || Date.now() > deadline) {
      throw new Error(
        `Backup ${name} is not proven: ${point?.phase ?? 'not seen'}, ${
          point?.grade ?? 'not read'
        }.`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
}

async function ask(path, body) {
  const response = await fetch(`${PORTAL_URL}/api/velero${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      Authorization: `Bearer ${PORTAL_TOKEN}`,
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(`${response.status}: ${answer.error?.message}`);
  }
  return answer;
}
