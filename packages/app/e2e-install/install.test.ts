import { expect, Page, test } from '@playwright/test';

/** Guests come in by themselves, or by a button. */
async function open(page: Page, address: string) {
  await page.goto(address);
  const enter = page.getByRole('button', { name: 'Enter' });
  const there = page.getByRole('tab', { name: 'Workspaces' });
  await expect(enter.or(there).first()).toBeVisible();
  if (await enter.isVisible()) {
    await enter.click();
    // Who leaves before has to enter again.
    await expect(enter).toBeHidden();
  }
}

test('shows what the clusters hold, and the way to a workspace', async ({
  page,
}) => {
  await open(page, '/dr');
  await expect(
    page.getByRole('heading', { level: 1, name: 'Disaster recovery' }),
  ).toBeVisible();
  await expect(page.getByText('Brazil, production').first()).toBeVisible();

  await page.getByRole('tab', { name: 'Workspaces' }).click();
  await page.getByRole('link', { name: 'ws-checkout', exact: true }).click();
  await expect(
    page.getByRole('grid', { name: 'Recovery points' }),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/dr\/workspaces\/ws-checkout$/);
});

test('every tab shows its page', async ({ page }) => {
  await open(page, '/dr');
  const tabs = page.getByRole('tab');
  await expect(tabs.first()).toBeVisible();
  for (const tab of await tabs.all()) {
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByText(/could not be loaded/)).toBeHidden();
  }
});

test('a workspace’s entity says the same', async ({ page }) => {
  await open(page, '/dr/workspaces');
  await page.goto('/catalog/default/resource/ws-checkout/disaster-recovery');
  await expect(
    page.getByRole('grid', { name: 'Recovery points' }),
  ).toBeVisible();
});

test('search finds a workspace', async ({ page }) => {
  await open(page, '/dr');
  await expect(async () => {
    await page.goto('/search?query=ws-checkout');
    await expect(
      page.getByRole('link', { name: 'ws-checkout', exact: true }),
    ).toBeVisible({ timeout: 20_000 });
  }).toPass();
});
