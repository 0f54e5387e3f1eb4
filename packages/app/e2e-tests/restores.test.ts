import { readFileSync } from 'node:fs';
import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { Gate } from './gate';
import { tabTo } from './keyboard';
import { signIn } from './signIn';

const CLUSTER = 'ag-br-core-prod';
const NOW = Date.now();
const DRILL = `ws-payments-drill-${NOW}`;

/** One day at the gate: later people find what earlier ones did. */
test.describe.configure({ mode: 'serial' });

let intoNew: string;
let overwriting: string;
let unwanted: string;

test('an operator asks for three restores', async ({ page }) => {
  await signIn(page, 'otto.operator');
  const gate = await Gate.as(page);
  const whole = async (workspace: string, schedule: string) => ({
    backupName: await gate.newestBackup(CLUSTER, schedule),
    includedNamespaces: [workspace],
  });
  const into = (workspace: string, namespace: string) => ({
    namespaceMapping: { [workspace]: namespace },
  });
  const payments = await whole('ws-payments', 'payments-daily');
  const checkout = await whole('ws-checkout', 'checkout-6h');
  intoNew = await gate.file(
    { cluster: CLUSTER, spec: { ...payments, ...into('ws-payments', DRILL) } },
    'We want to see whether the backup of last night comes back.',
  );
  overwriting = await gate.file(
    {
      cluster: CLUSTER,
      spec: { ...checkout, existingResourcePolicy: 'update' },
    },
    'Some settings were broken by a bad migration this morning.',
  );
  unwanted = await gate.file(
    {
      cluster: CLUSTER,
      spec: { ...checkout, ...into('ws-checkout', `ws-checkout-${NOW}`) },
    },
    'The team wants to compare its settings with those of last night.',
  );

  await page.goto(`/dr/restores/${intoNew}`);
  await expect(page.getByText('Waits for approval')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await page.goto('/dr/restores');
  await expect(
    page.getByRole('link', { name: 'Ask for a restore' }),
  ).toBeVisible();
  await expectAccessible(page);
});

test('an approver judges on a phone, and it is restored', async ({ page }) => {
  test.slow();
  await signIn(page, 'ana.approver', '/dr/restores');
  await page.setViewportSize({ width: 360, height: 740 });
  const waiting = page.getByRole('region', { name: 'Waits for you' });
  const drill = waiting.getByRole('link', { name: new RegExp(DRILL) });
  await expect(drill).toBeVisible();
  await expectAccessible(page);
  await drill.click();

  await expect(page).toHaveURL(new RegExp(intoNew));
  await expect(page.getByText(/Velero restores the backup/)).toBeVisible();
  await expect(page.getByText(/left to approve/)).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'What is dangerous about it' }),
  ).toBeVisible();
  await expectAccessible(page);
  await approve(page);

  // Nobody reloads: the page follows what Velero does.
  await expect(page.getByText('Restored', { exact: true })).toBeVisible({
    timeout: 80_000,
  });
  const outcome = page.getByRole('region', { name: 'What came of it' });
  await expect(outcome.getByText(/\d+ seconds?/)).toBeVisible();
  await expect(page.getByText(/nothing changed/)).toHaveCount(0);

  const log = page.getByRole('region', { name: 'Log' });
  await log.getByRole('button', { name: 'Read the log' }).click();
  await log.getByRole('searchbox').fill('attempting to restore secret');
  await expect(
    log.getByText(/^Attempting to restore Secret: /).first(),
  ).toBeVisible();
  await expect(log.getByText(/Attempting to restore Deployment/)).toHaveCount(
    0,
  );
  await expectAccessible(page);
});

test('what overwrites needs two approvers and an owner', async ({
  browser,
}) => {
  // Three people sign in.
  test.slow();
  const seen = `/dr/restores/${overwriting}`;
  const as = async (person: string) => {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, person, seen);
    return page;
  };
  const ana = await as('ana.approver');
  await expect(ana.getByText(/may be overwritten/)).toBeVisible();
  await approve(ana);

  const bruno = await as('bruno.approver');
  await expect(
    bruno.getByRole('region', { name: 'Who decides' }).getByText(/Approves/),
  ).toContainText(/ana/i);
  await approve(bruno);
  await expect(bruno.getByText('Waits for approval')).toBeVisible();

  const dora = await as('dora.dev');
  await approve(dora);
  for (const page of [dora, ana]) {
    // Velero overwrites no claim and no pod that lives, and calls that Completed.
    await expect(page.getByText('Restored in part')).toBeVisible({
      timeout: 80_000,
    });
    await expect(
      page.getByText(/Completed, but \d+ objects failed/),
    ).toBeVisible();
    await page.context().close();
  }
  await bruno.context().close();
});

test('a developer sees what touches her workspaces, and nothing else', async ({
  page,
}) => {
  await signIn(page, 'dora.dev', '/dr/restores');
  const list = page.getByRole('grid', { name: 'Restore requests' });
  await expect(
    list.getByRole('rowheader').filter({ hasText: `ws-checkout-${NOW}` }),
  ).toBeVisible();
  await expect(page.getByText('ws-payments')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Restores' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Audit' })).toHaveCount(0);

  await page.goto(`/dr/restores/${intoNew}`);
  await expect(page.getByText('There is no such thing here')).toBeVisible();
});

test('a veto ends a request, in Portuguese', async ({ page }) => {
  await page.addInitScript(() =>
    window.localStorage.setItem('language', 'pt-BR'),
  );
  await signIn(page, 'ana.approver', `/dr/restores/${unwanted}`);
  await expect(page.getByText(/para aprovar/)).toBeVisible();
  await page.getByRole('button', { name: 'Vetar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Não durante a promoção.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Vetar' }).click();

  await expect(page.getByText('Vetado', { exact: true })).toBeVisible();
  await expect(page.getByText('Não durante a promoção.').first()).toBeVisible();
  await expectAccessible(page);
  await page.goto('/dr/restores?part=decidedByMe');
  await expect(
    page
      .getByRole('grid', { name: 'Pedidos de restauração' })
      .getByRole('rowheader')
      .filter({ hasText: `ws-checkout-${NOW}` }),
  ).toBeVisible();
});

test('an auditor checks the trail and takes it home', async ({ page }) => {
  await signIn(page, 'augusto.audit', '/dr/audit');
  await expect(page.getByText(/The chain is whole: \d+ events/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Request' }).fill(intoNew);
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page).toHaveURL(new RegExp(`request=${intoNew}`));
  const trail = page.getByRole('grid', { name: 'Audit trail' });
  // Until then the rows are those of all requests.
  await expect(trail.getByText('Ended by a veto')).toHaveCount(0);
  await expect(
    trail.getByText('Made the Restore on the cluster'),
  ).toBeVisible();
  await expect(trail.getByText('Voted')).toBeVisible();
  await expectAccessible(page);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as JSON Lines' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('velero-audit.jsonl');
  expect(readFileSync(await file.path(), 'utf8')).toContain(intoNew);
});

/** By the keyboard alone. */
async function approve(page: Page) {
  await tabTo(page, page.getByRole('button', { name: 'Approve' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('button', { name: 'Approve' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}
