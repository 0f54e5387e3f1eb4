import { Browser, expect, Page, test } from '@playwright/test';
import { signIn } from './signIn';
import { readTestBed } from './testBed';

const bed = readTestBed();
const asPerson = (name: string) => [name, bed.passwordOf(name)] as const;

const run = Date.now().toString(36);
const workspace = `ws-gate-${run}`;
const newcomer = `${workspace}-new`;
const modifier = `gate-${run}`;
const VELERO = '/apis/velero.io/v1/namespaces/velero';
const MODIFIERS = '/api/v1/namespaces/velero/configmaps';
const SETTINGS = `/api/v1/namespaces/${workspace}/configmaps`;

const asked = {
  cluster: 'c1',
  spec: {
    backupName: workspace,
    includedNamespaces: [workspace],
    resourceModifier: { kind: 'ConfigMap', name: modifier },
  },
};

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await createNamespace(workspace, {
    'appgear.io/owner': 'group:default/team-checkout',
  });
  await bed.call('c1', 'POST', SETTINGS, {
    metadata: { name: 'settings' },
    data: { colour: 'blue' },
  });
  await bed.call('c1', 'POST', MODIFIERS, {
    metadata: { name: modifier },
    data: {
      rules: `version: v1
resourceModifierRules:
  - conditions: { groupResource: configmaps }
    mergePatches: [{ patchData: '{"metadata":{"labels":{"restored":"yes"}}}' }]`,
    },
  });
  await bed.call('c1', 'POST', `${VELERO}/backups`, {
    apiVersion: 'velero.io/v1',
    kind: 'Backup',
    metadata: { name: workspace },
    spec: { includedNamespaces: [workspace], ttl: '30m0s' },
  });
  await expect(async () => {
    const backup = await bed.call(
      'c1',
      'GET',
      `${VELERO}/backups/${workspace}`,
    );
    expect(backup.status?.phase).toBe('Completed');
  }).toPass({ timeout: 120_000 });
  await everyRestoreHasEnded();
});

function createNamespace(name: string, annotations?: object) {
  return bed.call('c1', 'POST', '/api/v1/namespaces', {
    metadata: {
      name,
      labels: { 'appgear.io/workspace-id': name },
      annotations,
    },
  });
}

const ENDED = ['Completed', 'PartiallyFailed', 'Failed', 'FailedValidation'];

/** The gate carries nothing out beside a restore that may touch the same; other suites make some. */
async function everyRestoreHasEnded() {
  await expect(async () => {
    const { items } = await bed.call('c1', 'GET', `${VELERO}/restores`);
    const running = items.filter(
      ({ status }: { status?: { phase?: string } }) =>
        !ENDED.includes(status?.phase ?? ''),
    );
    expect(running).toEqual([]);
  }).toPass({ timeout: 60_000 });
}

test.afterAll(async () => {
  await bed.call('c1', 'DELETE', `${MODIFIERS}/${modifier}`);
  await bed.call('c1', 'DELETE', `/api/v1/namespaces/${workspace}`);
  await bed.call('c1', 'DELETE', `/api/v1/namespaces/${newcomer}`);
});

test('a restore that an operator asks for, and an approver and the owner consent to', async ({
  page,
  browser,
}) => {
  test.setTimeout(360_000);
  const call = await signedIn(page, 'otto.operator');
  // Until what the backup holds was read, one approver more is asked.
  await expect(async () => {
    const { items } = await call(
      'GET',
      `/workspaces/${workspace}/recovery-points`,
    );
    expect(items[0]?.grade).toBe('complete');
  }).toPass({ timeout: 120_000 });

  await bed.call('c1', 'DELETE', `${SETTINGS}/settings`);
  const { preview } = await call('POST', '/restore-previews', asked);
  const { id } = await call('POST', '/restore-requests', {
    ...asked,
    digest: preview.digest,
    reason: 'the settings were deleted by mistake',
  });
  await page.goto(`/dr/restores/${id}`);
  await expect(page.getByText('Waits for approval').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  // A workspace that comes makes the portal look at what lives in all of them.
  await createNamespace(newcomer);
  // Nothing to compare the point with any more: it is worth what it was.
  await expect(async () => {
    const { verdict } = await call(
      'GET',
      `/workspaces/${workspace}/protection`,
    );
    expect(verdict).toBe('empty');
  }).toPass({ timeout: 120_000 });
  await approve(browser, 'ana.approver', id);
  await approve(browser, 'dora.dev', id);

  await expect(async () => {
    const { state, endReason } = await call('GET', `/restore-requests/${id}`);
    expect({ state, endReason }).toMatchObject({ state: 'succeeded' });
  }).toPass({ timeout: 120_000 });
  await expect(
    page.getByText('Restored', { exact: true }).first(),
  ).toBeVisible();
  const settings = await bed.call('c1', 'GET', `${SETTINGS}/settings`);
  expect(settings).toMatchObject({
    data: { colour: 'blue' },
    metadata: { labels: { restored: 'yes' } },
  });
});

/** Opens the request in a browser of one's own, and says yes. */
async function approve(browser: Browser, person: string, id: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, ...asPerson(person), `/dr/restores/${id}`);
  const bar = page.getByRole('region', { name: 'Your decision' });
  await bar.getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(bar.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await context.close();
}

/** Signs in, and calls the API from the page, with the token that the page uses. */
async function signedIn(page: Page, person: string) {
  const tokens = new Set<string>();
  page.on('request', async request => {
    const token = await request.headerValue('authorization').catch(() => null);
    if (token && request.url().includes('/api/velero/')) tokens.add(token);
  });
  await signIn(page, ...asPerson(person), '/dr/overview');
  await expect(() => expect(tokens.size).toBeGreaterThan(0)).toPass();
  return (method: string, path: string, body?: object) =>
    page.evaluate(
      async ([verb, address, token, text]) => {
        const response = await fetch(address, {
          method: verb,
          headers: {
            authorization: token,
            'content-type': 'application/json',
          },
          body: text || undefined,
        });
        const answer = await response.json();
        if (!response.ok) throw new Error(JSON.stringify(answer.error));
        return answer;
      },
      [method, `/api/velero${path}`, [...tokens].at(-1)!, JSON.stringify(body)],
    );
}
