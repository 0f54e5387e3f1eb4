import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { signIn } from './signIn';

/** Selects single objects by a label that only namespaces carry: a trap of the field. */
const PASTED = `apiVersion: velero.io/v1
kind: Schedule
metadata: { name: pasted, namespace: velero }
spec:
  schedule: 0 2 * * * # at night
  template:
    includedNamespaces: ["*"]
    labelSelector: { matchLabels: { appgear.io/backup-enabled: "true" } }
    storageLocation: dr-s3-external
    ttl: 336h
`;

test.describe('a DR operator', () => {
  test('opens a schedule and sees what it will hold', async ({ page }) => {
    await signIn(page, 'otto.operator', '/dr/schedules');
    await page
      .getByRole('link', { name: 'payments-daily', exact: true })
      .click();

    await expect(page).toHaveURL(
      /\/dr\/schedules\/ag-br-core-prod\/payments-daily$/,
    );
    await expect(
      page.getByRole('region', { name: 'How it fares' }),
    ).toContainText('Last proven success');
    await expect(
      page
        .getByRole('grid', { name: 'What it will hold' })
        .getByRole('row', { name: /^ws-payments/ }),
    ).toBeVisible();
    await expectAccessible(page);
  });

  test('tries a pasted schedule and gets the change that mends it', async ({
    page,
  }) => {
    await signIn(page, 'otto.operator', '/dr/schedules');
    await page.getByRole('link', { name: 'Try a new schedule' }).click();
    await expectAccessible(page);

    await page.getByRole('textbox', { name: /Manifest/ }).fill(PASTED);
    await page.getByRole('button', { name: 'Try it' }).click();

    const diff = page.getByRole('region', { name: 'The change as a diff' });
    await expect(diff).toContainText('-    labelSelector');
    await expect(
      page.getByRole('button', { name: 'Copy the diff' }),
    ).toBeVisible();
    await expectAccessible(page);
  });

  test('chooses a recovery point in the picture, and searches its log', async ({
    page,
  }) => {
    await signIn(page, 'otto.operator', '/dr/workspaces/ws-payments');
    const points = page.getByRole('group', { name: 'Recovery points in time' });
    await points.getByRole('radio').last().focus();
    await page.keyboard.press('ArrowLeft');
    await expect(points.getByRole('radio').nth(-2)).toBeChecked();
    await points.getByRole('link').click();

    await page.getByRole('button', { name: 'Read the log' }).click();
    const log = page.getByRole('grid', { name: 'Log' });
    await expect(log).toBeVisible();
    await page.getByRole('searchbox').fill('no-such-words');
    await expect(page.getByText('No line of the log matches.')).toBeVisible();
    await page.getByRole('searchbox').fill('');
    await expect(log).toBeVisible();
    await expectAccessible(page);
  });

  test('sees who else uses a bucket', async ({ page }) => {
    await signIn(page, 'otto.operator', '/dr/storage');
    await page.getByRole('link', { name: 'dr-s3-external' }).first().click();
    await expect(
      page.getByRole('region', { name: 'Who uses this place in the bucket' }),
    ).toBeVisible();
    await expectAccessible(page);
  });
});

test('an auditor reads how workspaces were protected, and keeps it', async ({
  page,
}) => {
  await signIn(page, 'augusto.audit', '/dr/compliance');
  const report = page.getByRole('grid', { name: 'By workspace' });
  await expect(report.getByRole('row', { name: /^ws-payments/ })).toBeVisible();
  await expectAccessible(page);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(
    /^protection-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/,
  );

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('tab').first()).toBeHidden();
  await expect(report).toBeVisible();
});
