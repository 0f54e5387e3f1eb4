import { restoreOf, thisYear, wanted } from './fixtures.mjs';

const read = path => async target => ({ path: path(target) });
const list = path => read(({ workspace }) => `${path}?workspace=${workspace}`);
const backup = (rest = '') =>
  read(t => `/backups/${t.cluster}/${t.backup}${rest}`);
const schedule = (rest = '') =>
  read(t => `/schedules/${t.schedule.cluster}/${t.schedule.name}${rest}`);
const workspace = (rest = '') => read(t => `/workspaces/${t.workspace}${rest}`);
const request =
  (rest = '') =>
  async (target, { standing }) => {
    const { id } = standing(target);
    return { path: `/restore-requests/${id}${rest}` };
  };

/**
 * What each route is asked, in the order of the table: a well-formed call about
 * the target, so that nothing but the caller's rights decides the answer. A
 * request that a call could use up is filed anew for each caller.
 */
export const TRIALS = {
  'GET /health': read(() => '/health'),
  'GET /overview': read(() => '/overview'),
  'GET /topology-a': read(() => '/topology-a'),
  'GET /clusters': read(() => '/clusters'),
  'GET /storage-locations': read(() => '/storage-locations'),
  'GET /snapshot-locations': read(() => '/snapshot-locations'),
  'GET /workspaces': read(t => `/workspaces?search=${t.workspace}`),
  'GET /workspaces/:id': workspace(),
  'GET /workspaces/:id/protection': workspace('/protection'),
  'GET /workspaces/:id/recovery-points': workspace('/recovery-points'),
  'POST /workspaces/:id/enablement': async t => ({
    path: `/workspaces/${t.workspace}/enablement`,
    body: {},
  }),
  'GET /backups': list('/backups'),
  'POST /backups': async t => ({
    path: '/backups',
    // Whoever is let in gets a 422: trying makes no backup.
    body: {
      cluster: t.cluster,
      workspace: t.workspace,
      storageLocation: 'not-there',
    },
  }),
  'GET /backups/:cluster/:name': backup(),
  'GET /backups/:cluster/:name/contents': backup('/contents'),
  'GET /backups/:cluster/:name/contents/:namespace': read(
    t => `/backups/${t.cluster}/${t.backup}/contents/${t.namespace}`,
  ),
  'GET /backups/:cluster/:name/logs': backup('/logs'),
  'GET /schedules': list('/schedules'),
  'GET /schedules/:cluster/:name': schedule(),
  'GET /schedules/:cluster/:name/coverage': schedule('/coverage'),
  'POST /coverage': async t => ({
    path: '/coverage',
    body: {
      cluster: t.cluster,
      workspace: t.workspace,
      schedule: `apiVersion: velero.io/v1
kind: Schedule
metadata: { name: tried, namespace: velero }
spec: { schedule: '@daily', template: { includedNamespaces: ['*'] } }`,
    },
  }),
  'GET /compliance': read(
    t => `/compliance?${thisYear()}&workspace=${t.workspace}`,
  ),
  'GET /restores': list('/restores'),
  'GET /out-of-band': read(() => '/out-of-band'),
  'GET /restore-rights': read(() => '/restore-rights'),
  'POST /restore-previews': async t => ({
    path: '/restore-previews',
    body: restoreOf(t),
  }),
  'GET /restore-requests': list('/restore-requests'),
  'POST /restore-requests': async (t, { digestOf }) => ({
    path: '/restore-requests',
    body: { ...restoreOf(t), ...wanted(), digest: await digestOf(t) },
  }),
  'POST /restore-requests/break-glass': async (t, { digestOf }) => ({
    path: '/restore-requests/break-glass',
    body: {
      ...restoreOf(t),
      ...wanted(),
      digest: await digestOf(t),
      incident: 'INC-2',
    },
  }),
  'GET /restore-requests/:id': request(),
  'GET /restore-requests/:id/effects': request('/effects'),
  'GET /restore-requests/:id/outcome': request('/outcome'),
  'GET /restore-requests/:id/logs': request('/logs'),
  'POST /restore-requests/:id/votes': async (t, { filed }) => {
    const { id, digest } = await filed(t);
    return {
      path: `/restore-requests/${id}/votes`,
      body: { decision: 'approve', digest },
    };
  },
  'POST /restore-requests/:id/cancel': async (t, { filed }) => {
    const { id } = await filed(t);
    const { reason } = wanted();
    return { path: `/restore-requests/${id}/cancel`, body: { reason } };
  },
  'POST /restore-requests/:id/review': async (t, { brokenGlass }) => {
    const { id } = await brokenGlass(t);
    return {
      path: `/restore-requests/${id}/review`,
      body: { verdict: 'justified', comment: 'It was an emergency' },
    };
  },
  'GET /searchable/restore-requests': read(
    () => '/searchable/restore-requests',
  ),
  'GET /audit': list('/audit'),
  'GET /audit/export': list('/audit/export'),
  'GET /audit/verification': read(() => '/audit/verification'),
};
