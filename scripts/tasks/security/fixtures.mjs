import { Failure } from '../../toolchain/failure.mjs';
import { waitFor } from '../../toolchain/processes.mjs';
import { FOREIGN, OWN } from './callers.mjs';

const OPERATOR = { person: 'otto.operator' };
const PLATFORM = { person: 'petra.platform' };
const REASON = 'to see who is let in and who is not';

/**
 * What routes are tried on: of each of the two workspaces a backup, a schedule,
 * and requests to restore it, which wait for tomorrow so that none is executed.
 */
export async function prepare(ask) {
  const targets = {};
  const standing = {};
  for (const workspace of [OWN, FOREIGN]) {
    targets[workspace] = await targetOf(workspace, ask);
    standing[workspace] = await file(targets[workspace], OPERATOR, ask);
  }
  return {
    targets,
    standing: ({ workspace }) => standing[workspace],
    digestOf: target => digestOf(target, OPERATOR, ask),
    filed: target => file(target, OPERATOR, ask),
    brokenGlass: target => file(target, PLATFORM, ask, { incident: 'INC-1' }),
  };
}

/** A restore of the target into a namespace that does not exist yet. */
export function restoreOf({ cluster, backup, namespace }) {
  return {
    cluster,
    spec: {
      backupName: backup,
      includedNamespaces: [namespace],
      namespaceMapping: { [namespace]: `${namespace}-tried` },
    },
  };
}

/** What a request needs besides the restore and the preview's digest. */
export function wanted() {
  const tomorrow = new Date(Date.now() + 24 * 3600_000).toISOString();
  return { reason: REASON, notBefore: tomorrow };
}

/** What the report on protection is asked for. */
export function thisYear() {
  const year = new Date().getUTCFullYear();
  return `from=${year}-01-01T00:00:00Z&to=${year}-12-31T00:00:00Z`;
}

/**
 * A workspace, as soon as its points are read, one of them can be restored, and
 * its history has begun.
 */
function targetOf(workspace, ask) {
  const read = path => mustRead(ask, path);
  return waitFor(
    `A recovery point of ${workspace}`,
    async () => {
      const { items } = await read(`/workspaces/${workspace}/recovery-points`);
      const point = items.find(
        ({ available, evidence }) => available && evidence.state === 'read',
      );
      const report = await read(
        `/compliance?${thisYear()}&workspace=${workspace}`,
      );
      if (!point || report.rows.length === 0) return undefined;
      const { cluster, backup, namespaces } = point;
      const schedules = await read(`/schedules?workspace=${workspace}`);
      return {
        workspace,
        cluster,
        backup,
        namespace: namespaces[0].namespace,
        schedule: only(workspace, schedules.items),
      };
    },
    {},
  );
}

/** One that is of nobody else, so that the other tenant has no part in it. */
function only(workspace, schedules) {
  const found = schedules.find(
    ({ workspaces }) => workspaces.length === 1 && workspaces[0] === workspace,
  );
  const { cluster, name } = found ?? schedules[0];
  return { cluster, name };
}

async function digestOf(target, caller, ask) {
  const { body } = await ask(
    caller,
    'POST',
    '/restore-previews',
    restoreOf(target),
  );
  if (body.preview) return body.preview.digest;
  throw new Failure(
    `${target.workspace} cannot be restored here: ${JSON.stringify(body)}`,
  );
}

async function file(target, caller, ask, more = {}) {
  const path = more.incident
    ? '/restore-requests/break-glass'
    : '/restore-requests';
  const { status, body } = await ask(caller, 'POST', path, {
    ...restoreOf(target),
    ...wanted(),
    ...more,
    digest: await digestOf(target, caller, ask),
  });
  if (status === 201) return body;
  throw new Failure(`No request could be filed: ${JSON.stringify(body)}`);
}

async function mustRead(ask, path) {
  const { status, body } = await ask(OPERATOR, 'GET', path);
  if (status === 200) return body;
  throw new Failure(`${path}: ${status}`);
}
