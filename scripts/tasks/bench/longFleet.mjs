import { startSandbox } from '../portal/sandbox.mjs';
import { PORTAL_PORT, send } from './fleet.mjs';
import { secondsUntil } from './measures.mjs';

const CLUSTER = 'scale-01';
const WORKSPACE = 'ws-001';
const AT_ONCE = 8;
/** Of whom the policy may want some, or all. */
const APPROVERS = ['ana.approver', 'bruno.approver', 'dora.dev'];

/** The backup with the many objects. */
export const LARGE = { cluster: CLUSTER, name: 'large', workspace: WORKSPACE };

/** One cluster with so many backups, the newest of a workspace with so many objects. */
export async function startLongFleet({ rows }) {
  const sandbox = await startSandbox({
    name: 'long-lists',
    backendUrl: `http://localhost:${PORTAL_PORT}`,
    args: ['--scale', `1x${rows}x${rows}`],
  });
  const control = (path, body) => send(sandbox.control, 'POST', path, body);
  await control(`/clusters/${CLUSTER}/backups`, {
    name: LARGE.name,
    spec: { includedNamespaces: [WORKSPACE] },
  });
  await control('/clock', { advance: '30m' });
  return { sandbox, control, names: [CLUSTER] };
}

/** Waits until the portal has read what the large backup holds. */
export async function evidenceOfLarge(portal) {
  const path = `/backups/${CLUSTER}/${LARGE.name}/contents`;
  const seconds = await secondsUntil(
    async () =>
      (await portal.ask(path).catch(() => undefined))?.evidence.state ===
      'read',
    { limit: 300, every: 500 },
  );
  if (seconds === Infinity) throw new Error(`${path} was never read`);
}

/** Asks for the large restore, which stays open. Resolves to the request's id. */
export const fileLarge = portal => file(portal, LARGE.name, WORKSPACE, 'later');

/** Has all of the large backup restored, so that there is a long log of it. */
export async function restoreLarge(portal, { control }) {
  const id = await file(portal, LARGE.name, WORKSPACE, 'restored');
  const path = `/restore-requests/${id}`;
  const { digest } = await portal.ask(path);
  for (const voter of APPROVERS) {
    await portal.asPerson(voter);
    const vote = { decision: 'approve', digest };
    const { state } = await portal.ask(`${path}/votes`, vote);
    if (state === 'approved') break;
  }
  await portal.asPerson();
  const seconds = await secondsUntil(
    async () => {
      await control('/clock', { advance: '1m' });
      return (await portal.ask(path)).outcome !== undefined;
    },
    { limit: 300, every: 1000 },
  );
  if (seconds === Infinity) throw new Error(`${path} was never restored`);
  return id;
}

/** Files so many small requests that are withdrawn. */
export async function fileRequests(portal, requests) {
  const { items } = await portal.ask(
    `/backups?workspace=ws-002&phase=Completed&limit=1`,
  );
  await times(requests, async number => {
    const target = `restored-${number}`;
    const id = await file(portal, items[0].name, 'ws-002', target);
    await portal.ask(`/restore-requests/${id}/cancel`, {
      reason: 'Filed only to make the list of requests long.',
    });
  });
}

/** Makes the audit trail so long: to write out next to nothing is an event too. */
export async function lengthenTrail(portal, events) {
  await portal.asPerson('augusto.audit');
  const url = `${portal.api}/audit/export?format=csv&person=user:default/nobody`;
  await times(events, async () => {
    const response = await fetch(url, { headers: portal.headers() });
    if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
    await response.text();
  });
  await portal.asPerson();
}

/** Does something so many times, some at once. */
async function times(count, work) {
  let next = 0;
  const worker = async () => {
    while (next < count) await work((next += 1));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function file(portal, backupName, namespace, target) {
  const asked = {
    cluster: CLUSTER,
    spec: {
      backupName,
      includedNamespaces: [namespace],
      namespaceMapping: { [namespace]: target },
    },
  };
  const { preview } = await portal.ask('/restore-previews', asked);
  const { id } = await portal.ask('/restore-requests', {
    ...asked,
    reason: 'To see how the portal shows long lists.',
    digest: preview.digest,
  });
  return id;
}
