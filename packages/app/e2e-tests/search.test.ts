import { expect, Page, test } from '@playwright/test';
import { Gate } from './gate';
import { signIn } from './signIn';

const CLUSTER = 'ag-br-core-prod';
const WHY = 'We want to find this again in the search of the portal.';

/** Later people find what the operator asked for. */
test.describe.configure({ mode: 'serial' });

let checkout: string;
let payments: string;

test('an operator’s requests get into search', async ({ page }) => {
  await signIn(page, 'otto.operator');
  const gate = await Gate.as(page);
  const ask = async (workspace: string, schedule: string) => {
    const spec = {
      backupName: await gate.newestBackup(CLUSTER, schedule),
      includedNamespaces: [workspace],
      namespaceMapping: { [workspace]: `${workspace}-found-${Date.now()}` },
    };
    return gate.file({ cluster: CLUSTER, spec }, WHY);
  };
  checkout = await ask('ws-checkout', 'checkout-6h');
  payments = await ask('ws-payments', 'payments-daily');

  await found(page, `/search?query=${payments}`, payments);
});

test('an approver finds a workspace by its name, and a request', async ({
  page,
}) => {
  // Not at `/`: its redirect would close what the button opens.
  await signIn(page, 'ana.approver', '/dr/overview');
  await page.getByRole('button', { name: 'Search' }).click();
  const box = page.getByRole('textbox', { name: 'Search' });
  await box.fill('ws-payments');
  await box.press('Enter');
  await page
    .getByRole('link', { name: 'ws-payments', exact: true })
    .first()
    .click();
  await page.getByRole('link', { name: 'All about this workspace' }).click();
  await expect(page).toHaveURL(/\/dr\/workspaces\/ws-payments$/);
  await expect(
    page.getByRole('grid', { name: 'Recovery points' }),
  ).toBeVisible();

  await found(page, `/search?query=${payments}`, payments);
  await requestLink(page, payments).click();
  await expect(page).toHaveURL(new RegExp(`/dr/restores/${payments}`));
  await expect(page.getByText('Waits for approval')).toBeVisible();
});

test('who may not see a request does not find it', async ({ page }) => {
  await signIn(page, 'dora.dev');
  // That of her own workspace shows that search has answered.
  await found(page, '/search?query=restore+request', checkout);
  await expect(requestLink(page, payments)).toHaveCount(0);
});

function requestLink(page: Page, id: string) {
  return page.locator(`a[href*="/dr/restores/${id}"]`);
}

/** Opens an address until the index has caught up with the request. */
async function found(page: Page, address: string, id: string) {
  await expect(async () => {
    await page.goto(address);
    await expect(requestLink(page, id)).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}
