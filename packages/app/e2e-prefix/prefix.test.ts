import { expect, test } from '@playwright/test';
import { signIn } from '../e2e-tests/signIn';

test('a portal under a path prefix signs people in and shows the fleet', async ({
  page,
}) => {
  await signIn(page, 'otto.operator');

  await expect(page).toHaveURL(/\/backstage\/dr\/overview$/);
  await expect(page.getByText('Live', { exact: true })).toHaveCount(3);

  await page.getByRole('tab', { name: 'Workspaces' }).click();
  await page.getByRole('link', { name: 'ws-checkout' }).click();
  await expect(page).toHaveURL(/\/backstage\/dr\/workspaces\/ws-checkout$/);

  await page.reload();
  await expect(
    page.getByRole('heading', { name: 'ws-checkout' }),
  ).toBeVisible();
});
