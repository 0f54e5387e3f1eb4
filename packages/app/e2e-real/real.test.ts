import { expect, test } from '@playwright/test';
import { signIn } from './signIn';
import { readTestBed } from './testBed';

const bed = readTestBed();
const asPerson = (name: string) => [name, bed.passwordOf(name)] as const;

const run = Date.now().toString(36);
const workspace = `ws-e2e-${run}`;
const foreign = `ws-e2e-foreign-${run}`;
const schedule = `e2e-${run}`;
const VELERO = '/apis/velero.io/v1/namespaces/velero';

test.beforeAll(async () => {
  await makeWorkspace(workspace, 'group:default/team-checkout');
  await makeWorkspace(foreign, 'group:default/team-payments');
});

test.afterAll(async () => {
  await bed.call('c1', 'DELETE', `${VELERO}/schedules/${schedule}`);
  for (const name of [workspace, foreign]) {
    await bed.call('c1', 'DELETE', `/api/v1/namespaces/${name}`);
  }
});

test('an operator signs in through Keycloak and sees both clusters live', async ({
  page,
}) => {
  await signIn(page, ...asPerson('otto.operator'));

  await expect(page).toHaveURL(/\/dr\/overview$/);
  for (const cluster of [
    'Test bed, production',
    'Test bed, disaster recovery',
  ]) {
    await expect(page.getByRole('heading', { name: cluster })).toBeVisible();
  }
  await expect(page.getByText('Live', { exact: true })).toHaveCount(2);
});

test('a backup that Velero makes by schedule appears without reloading, and what it holds', async ({
  page,
}) => {
  // Velero looks at its schedules once a minute.
  test.setTimeout(300_000);
  await signIn(page, ...asPerson('otto.operator'), '/dr/backups');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  const backup = page.getByRole('link', { name: new RegExp(`^${schedule}-`) });
  await expect(backup).toHaveCount(0);

  await bed.call('c1', 'POST', `${VELERO}/schedules`, {
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    metadata: { name: schedule },
    spec: {
      schedule: '* * * * *',
      template: { includedNamespaces: [workspace], ttl: '10m0s' },
    },
  });

  const row = page
    .getByRole('row')
    .filter({ has: backup })
    .filter({ hasText: 'Completed' })
    .first();
  await expect(row).toBeVisible({ timeout: 200_000 });
  await row.getByRole('link', { name: new RegExp(`^${schedule}-`) }).click();
  await expect(page.getByText('settings')).toBeVisible();
});

test('a developer sees the workspaces of her team in Keycloak, and no others', async ({
  page,
}) => {
  await signIn(page, ...asPerson('dora.dev'), '/dr/workspaces');

  await expect(page.getByRole('link', { name: workspace })).toBeVisible();
  await page.getByRole('searchbox').fill('ws-e2e');
  await expect(page).toHaveURL(/search=ws-e2e/);
  await expect(page.getByRole('link', { name: workspace })).toBeVisible();
  await expect(page.getByText(foreign)).toHaveCount(0);

  await page.goto(`/dr/workspaces/${foreign}`);
  await expect(page.getByText('There is no such thing here')).toBeVisible();
});

async function makeWorkspace(name: string, owner: string) {
  await bed.call('c1', 'POST', '/api/v1/namespaces', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        'appgear.io/workspace-id': name,
        'appgear.io/backup-enabled': 'true',
      },
      annotations: { 'appgear.io/owner': owner },
    },
  });
  await bed.call('c1', 'POST', `/api/v1/namespaces/${name}/configmaps`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'settings' },
    data: { colour: 'blue' },
  });
}
