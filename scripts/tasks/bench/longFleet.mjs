import { startSandbox } from '../portal/sandbox.mjs';
import { PORTAL_PORT, send } from './fleet.mjs';
import { secondsUntil } from './measures.mjs';

const CLUSTER = 'scale-01';
const WORKSPACE = 'ws-001';
const AT_ONCE = 8;

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
  return { sandbox, names: [CLUSTER] };
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

/** Asks for the large restore, and for so many small ones that are withdrawn. */
export async function fileRequests(portal, requests) {
  const large = await file(portal, LARGE.name, WORKSPACE, 'restored');
  const { items } = await portal.ask(
    `/backups?workspace=ws-002&phase=Completed&limit=1`,
  );
  let next = 0;
  const worker = async () => {
    while (next < requests) {
      const target = `restored-${(next += 1)}`;
      const id = await file(portal, items[0].name, 'ws-002', target);
      await portal.ask(`/restore-requests/${id}/cancel`, {
        reason: 'Filed only to make the list of requests long.',
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return large;
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
