import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { signIn } from './signIn';

/** Opens a template's form from the page that lists them. */
async function choose(page: Page, title: string) {
  await page.getByRole('link', { name: 'Create' }).first().click();
  const card = page
    .locator('div')
    .filter({ hasText: title })
    .filter({ has: page.getByRole('button', { name: 'Choose' }) })
    .last();
  await card.getByRole('button', { name: 'Choose' }).click();
}

/** Types into one of our fields and takes the first that fits. */
async function pick(page: Page, label: string, text: string) {
  const field = page.getByRole('combobox', { name: label });
  await field.click();
  await field.fill(text);
  await page.getByRole('option', { name: text }).first().click();
}

async function send(page: Page) {
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
}

test.describe('templates, from the form to the result', () => {
  test('a developer gets a workspace that is backed up from its first day', async ({
    page,
  }) => {
    await signIn(page, 'dora.dev');
    await choose(page, 'New workspace, with backups');
    await page.getByRole('textbox', { name: 'Name' }).fill('ws-billing');
    await page.getByRole('textbox', { name: 'Tenant' }).fill('acme');
    await page.getByRole('textbox', { name: 'Owner' }).fill('Checkout');
    await page.getByRole('option', { name: 'Checkout' }).click();
    await pick(page, 'Cluster', 'ag-us-core-prod');
    await expectAccessible(page, 'form');
    await page.getByRole('button', { name: 'Next' }).click();
    await send(page);

    await expect(page.getByText('kind: Schedule')).toBeVisible();
    await expect(
      page.getByText('appgear.io/backup-enabled: "true"'),
    ).toBeVisible();
  });

  test('a platform admin gets the DR module of a cluster, by its store', async ({
    page,
  }) => {
    await signIn(page, 'petra.platform');
    await choose(page, 'DR module for a cluster');
    await page.getByRole('textbox', { name: 'Region' }).fill('br');
    await page.getByRole('textbox', { name: 'Environment' }).fill('dev');
    await page.getByRole('button', { name: 'Next' }).click();
    await page
      .getByRole('textbox', { name: 'Bucket', exact: true })
      .fill('appgear-dr');
    await page
      .getByRole('textbox', { name: 'Region of the bucket' })
      .fill('sa-east-1');
    await expectAccessible(page, 'form');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page
      .getByRole('textbox', { name: 'URL of the GitOps repository' })
      .fill('https://git.example.com/appgear-gitops-core.git');
    await send(page);

    for (const line of ['name: dr-s3-external', 'bucket: appgear-dr']) {
      await expect(page.getByText(line).first()).toBeVisible();
    }
    await page.getByRole('button', { name: 'Files' }).click();
    await expect(
      page.getByText('clusters/ag-br-core-dev/core-dr.yaml').first(),
    ).toBeVisible();
  });

  test('an operator has a workspace backed up and waits for the proof', async ({
    page,
  }) => {
    await signIn(page, 'otto.operator');
    await choose(page, 'Backups for a workspace');
    await pick(page, 'Workspace', 'ws-wiki');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('checkbox', { name: /Back up now/ }).check();
    await pick(page, 'Cluster', 'ag-us-core-prod');
    await send(page);

    await expect(
      page.getByText(/Backup on-demand-\w+ is proven to hold/),
    ).toBeVisible({ timeout: 60_000 });
  });

  test('an operator asks for a restore, which waits for approval', async ({
    page,
  }) => {
    await signIn(page, 'otto.operator');
    await choose(page, 'Ask for a restore');
    await pick(page, 'Workspace', 'ws-checkout');
    await page.getByRole('combobox', { name: 'Recovery point' }).click();
    await page
      .getByRole('option', { name: /Holds everything/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page
      .getByRole('textbox', { name: 'Why' })
      .fill('The settings were deleted by mistake');
    await send(page);

    await expect(page.getByText(/waits for approval until/)).toBeVisible();
    await page.getByRole('link', { name: 'The request' }).click();
    await expect(page).toHaveURL(/\/dr\/restores\/[-0-9a-f]{36}$/);
  });

  test('a developer may not ask, and the log says so', async ({ page }) => {
    await signIn(page, 'dora.dev');
    await choose(page, 'Ask for a restore');
    await pick(page, 'Workspace', 'ws-checkout');
    await page.getByRole('combobox', { name: 'Recovery point' }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page
      .getByRole('textbox', { name: 'Why' })
      .fill('The settings were deleted by mistake');
    await send(page);

    await expect(
      page.getByText(/velero\.restore\.request is needed/).first(),
    ).toBeVisible();
  });
});
