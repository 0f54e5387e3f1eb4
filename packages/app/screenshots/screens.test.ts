import { Page, test } from '@playwright/test';
import { Gate } from '../e2e-tests/gate';
import { signIn } from '../e2e-tests/signIn';

/** The pictures of the README and of a review: every screen, light and dark. */
const SCREENS = [
  { name: 'overview', path: '/dr/overview', heading: 'Clusters' },
  { name: 'workspaces', path: '/dr/workspaces', heading: 'Workspaces' },
  {
    name: 'workspace',
    path: '/dr/workspaces/ws-shop',
    heading: 'ws-shop',
  },
  { name: 'backups', path: '/dr/backups', heading: 'Backups' },
  { name: 'schedules', path: '/dr/schedules', heading: 'Schedules' },
  { name: 'storage', path: '/dr/storage', heading: 'Storage' },
  {
    name: 'schedule',
    path: '/dr/schedules/ag-br-core-prod/workspaces-daily',
    heading: 'workspaces-daily',
  },
  {
    name: 'schedule-new',
    path: '/dr/schedules/simulate',
    heading: 'Try a new schedule',
  },
  {
    name: 'storage-location',
    path: '/dr/storage/ag-br-core-prod/dr-s3-external',
    heading: 'dr-s3-external',
  },
  {
    name: 'compliance',
    path: '/dr/compliance',
    heading: 'How workspaces were protected',
  },
  {
    name: 'wizard',
    path: '/dr/restores/new?workspace=ws-checkout',
    heading: 'Ask for a restore',
  },
];

for (const theme of ['light', 'dark']) {
  test(`in ${theme}`, async ({ page }) => {
    await prepare(page, { theme });
    await signIn(page, 'otto.operator', '/dr/overview');
    await everythingRead(page);
    for (const { name, path, heading } of SCREENS) {
      await open(page, path, heading);
      await take(page, `${name}-${theme}`);
    }
  });
}

test('in Portuguese', async ({ page }) => {
  await prepare(page, { language: 'pt-BR' });
  await signIn(page, 'otto.operator', '/dr');
  await open(page, '/dr/overview', 'Clusters');
  await take(page, 'overview-pt-BR');
});

test('on a phone', async ({ page }) => {
  await signIn(page, 'dora.dev', '/dr');
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, '/dr/workspaces/ws-catalog', 'ws-catalog');
  await take(page, 'workspace-phone');
});

for (const theme of ['light', 'dark']) {
  test(`what a restore would do, in ${theme}`, async ({ page }) => {
    await prepare(page, { theme });
    await signIn(page, 'otto.operator', '/dr/overview');
    await everythingRead(page);
    await open(
      page,
      '/dr/restores/new?workspace=ws-checkout',
      'Ask for a restore',
    );
    await page
      .getByRole('radio', { name: /: Holds everything$/ })
      .last()
      .check({ force: true });
    await page.getByRole('checkbox', { name: 'ws-checkout' }).waitFor();
    const go = async (next: string, name: string) => {
      await page.getByRole('button', { name: `Next: ${next}` }).click();
      await page.waitForLoadState('networkidle');
      await take(page, `wizard-${name}-${theme}`);
    };
    await go('Where to', 'target');
    // Everything lives in its own place: nothing would come back there.
    await page
      .getByRole('radio', { name: /^New namespaces/ })
      .check({ force: true });
    await page.getByRole('button', { name: /ending/ }).click();
    await go('What exactly', 'options');
    await go('What it would do', 'preview');
  });
}

for (const theme of ['light', 'dark']) {
  test(`the gate, in ${theme}`, async ({ page }) => {
    await prepare(page, { theme });
    await signIn(page, 'otto.operator');
    const id = await fileDrill(page, `ws-payments-${theme}`);
    await open(page, '/dr/restores', 'Restore requests');
    await take(page, `restores-${theme}`);
    await open(page, `/dr/restores/${id}`, 'What is dangerous about it');
    await take(page, `restore-request-${theme}`);
  });

  test(`the audit trail, in ${theme}`, async ({ page }) => {
    await prepare(page, { theme });
    await signIn(page, 'augusto.audit');
    await open(page, '/dr/audit', 'Audit trail');
    await take(page, `audit-${theme}`);
  });
}

/** A request to look at: a workspace into a namespace that is not there. */
async function fileDrill(page: Page, namespace: string) {
  const cluster = 'ag-br-core-prod';
  const gate = await Gate.as(page);
  const spec = {
    backupName: await gate.newestBackup(cluster, 'ws-payments'),
    includedNamespaces: ['ws-payments'],
    namespaceMapping: { 'ws-payments': namespace },
  };
  return gate.file({ cluster, spec }, 'To see whether the backup comes back.');
}

/** Verdicts are worth a picture once all evidence is read. */
async function everythingRead(page: Page) {
  await page.getByText('Who is not safe, and why').waitFor();
  await page
    .getByText('Not known', { exact: true })
    .first()
    .waitFor({ state: 'detached', timeout: 80_000 });
}

async function prepare(page: Page, settings: Record<string, string>) {
  await page.addInitScript(stored => {
    Object.entries(stored).forEach(([key, value]) =>
      window.localStorage.setItem(key, value),
    );
  }, settings);
}

async function open(page: Page, path: string, heading: string) {
  await page.goto(path);
  await page
    .getByRole('main')
    .getByRole('heading', { name: heading })
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
}

async function take(page: Page, name: string) {
  await page.screenshot({
    path: `docs/images/${name}.png`,
    animations: 'disabled',
  });
}
