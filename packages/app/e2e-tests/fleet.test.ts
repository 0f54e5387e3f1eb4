import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { sandboxControl } from './sandbox';
import { signIn } from './signIn';

const { post, remove } = sandboxControl();

test.describe('a DR operator', () => {
  test('signs in and sees the whole fleet, live', async ({ page }) => {
    await signIn(page, 'otto.operator');

    await expect(page).toHaveURL(/\/dr\/overview$/);
    for (const cluster of [
      'Brazil, production',
      'Brazil, disaster recovery',
      'United States, production',
    ]) {
      await expect(page.getByRole('heading', { name: cluster })).toBeVisible();
    }
    await expect(page.getByText('Live', { exact: true })).toHaveCount(3);
    await expect(
      page.getByText('Schedule search-daily on ag-us-core-prod: Stalled'),
    ).toBeVisible();
    await expectAccessible(page);
  });

  test('sees a Docker host apart, as no disaster recovery', async ({
    page,
  }) => {
    await signIn(page, 'otto.operator');
    const hosts = page.getByRole('region', {
      name: 'Docker hosts (topology A)',
    });

    await expect(hosts.getByText('No disaster recovery')).toBeVisible();
    const backups = hosts
      .getByRole('list', { name: 'Backups of demo-docker' })
      .getByRole('listitem');
    await expect(backups).toHaveCount(3);
    await expect(backups.first()).toContainText('Not verified');
    await expect(backups.last()).toContainText('Files verified');
    await expectAccessible(page);
  });

  test('finds a workspace and opens it', async ({ page }) => {
    await signIn(page, 'otto.operator', '/dr/workspaces');

    await page.getByRole('searchbox').fill('ws-payments');
    await expect(page).toHaveURL(/search=ws-payments/);
    await expect(page.getByRole('rowheader')).toHaveCount(1);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'ws-payments' }).click();

    await expect(page).toHaveURL(/\/dr\/workspaces\/ws-payments$/);
    await expect(
      page.getByRole('heading', { name: 'ws-payments' }),
    ).toBeVisible();
    await expect(
      page.getByRole('link', { name: /payments-daily-\d+/ }).first(),
    ).toBeVisible();
    await expectAccessible(page);
  });

  test('sees a new backup appear without reloading', async ({ page }) => {
    await signIn(page, 'otto.operator', '/dr/backups');
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    const name = `by-hand-${Date.now()}`;
    await expect(page.getByRole('link', { name })).toHaveCount(0);

    await post('/clusters/ag-br-core-prod/backups', {
      name,
      spec: {
        includedNamespaces: ['ws-checkout'],
        storageLocation: 'dr-s3-external',
      },
    });

    const row = page.getByRole('row').filter({ hasText: name });
    await expect(row.first()).toBeVisible();
    await expect(row.first()).toContainText('Completed');
  });

  test('sees a cluster grow old while the others stay fresh', async ({
    page,
  }) => {
    await signIn(page, 'otto.operator');
    await expect(page.getByText('Live', { exact: true })).toHaveCount(3);

    await post('/clusters/ag-us-core-prod/faults', { down: true });
    try {
      await expect(page.getByText('Live', { exact: true })).toHaveCount(2);
      await expect(
        page.getByText(/ag-us-core-prod|United States, production/).first(),
      ).toBeVisible();
      await expect(
        page.getByText(/does not answer|not answering/i).first(),
      ).toBeVisible();
    } finally {
      await remove('/clusters/ag-us-core-prod/faults');
    }
    await expect(page.getByText('Live', { exact: true })).toHaveCount(3);
  });
});

test.describe('a developer', () => {
  test('sees the workspaces of her team and no others', async ({ page }) => {
    await signIn(page, 'dora.dev', '/dr/workspaces');

    await expect(page.getByRole('link', { name: 'ws-checkout' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'ws-shop' })).toBeVisible();
    await expect(page.getByText('ws-payments')).toHaveCount(0);

    await page.goto('/dr/workspaces/ws-payments');
    await expect(page.getByText('There is no such thing here')).toBeVisible();
  });

  test('finds the same in the catalog', async ({ page }) => {
    await signIn(page, 'dora.dev', '/catalog/default/resource/ws-checkout');

    // A young catalog has the workspaces of the clusters that answered first.
    const heading = page.getByRole('heading', { name: 'ws-checkout' }).first();
    await expect(async () => {
      await page.reload();
      await expect(heading).toBeVisible({ timeout: 10_000 });
    }).toPass({ timeout: 60_000 });
    await page
      .getByRole('navigation', { name: 'Content navigation' })
      .getByRole('link', { name: 'Disaster recovery' })
      .click();
    await expect(
      page.getByRole('link', { name: /checkout-6h-\d+/ }).first(),
    ).toBeVisible();
  });
});

test('an approver reads it in Portuguese', async ({ page }) => {
  await page.addInitScript(() =>
    window.localStorage.setItem('language', 'pt-BR'),
  );
  await signIn(page, 'ana.approver');

  await expect(
    page.getByRole('heading', { name: 'Precisa de atenção' }),
  ).toBeVisible();
  await expectAccessible(page);
});
