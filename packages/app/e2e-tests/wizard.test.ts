import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { tabTo } from './keyboard';
import { signIn } from './signIn';

const step = (page: Page, number: number) =>
  page.getByRole('heading', { name: new RegExp(`Step ${number} of 5`) });

/** By the keyboard, as all of it must work. */
async function press(page: Page, name: string | RegExp) {
  await tabTo(page, page.getByRole('button', { name }));
  await page.keyboard.press('Enter');
}

/** The newest point that the backups prove to hold everything. */
async function choosePoint(page: Page) {
  const proven = page.getByRole('radio', { name: /: Holds everything$/ });
  await proven.last().waitFor({ state: 'attached', timeout: 80_000 });
  await proven.last().focus();
  await page.keyboard.press('Space');
  await expect(
    page.getByRole('checkbox', { name: 'ws-checkout' }),
  ).toBeChecked();
}

test.describe('a DR operator', () => {
  test('asks for a restore, from the workspace to the filed request', async ({
    page,
  }) => {
    await signIn(page, 'otto.operator', '/dr/workspaces/ws-checkout');
    await page.getByRole('link', { name: 'Restore ws-checkout…' }).click();
    await expect(step(page, 1)).toBeVisible();
    await choosePoint(page);
    await expectAccessible(page);
    await press(page, /^Next: Where to/);

    await expect(step(page, 2)).toBeFocused();
    await page.getByRole('radio', { name: /^New namespaces/ }).focus();
    await page.keyboard.press('Space');
    const name = `ws-checkout-${Date.now()}`;
    await page.getByRole('textbox', { name: /ws-checkout becomes/ }).fill(name);
    await expectAccessible(page);

    await page.reload();
    await expect(step(page, 2)).toBeVisible();
    await expect(
      page.getByRole('textbox', { name: /ws-checkout becomes/ }),
    ).toHaveValue(name);
    await press(page, /^Next: What exactly/);

    await expect(step(page, 3)).toBeFocused();
    await page.getByRole('textbox', { name: /^Give up/ }).fill('soon');
    await press(page, /^Next: What it would do/);
    await expect(page.getByRole('alert')).toContainText('to be mended');
    await expectAccessible(page);
    await page.getByRole('textbox', { name: /^Give up/ }).fill('2h');
    await press(page, /^Next: What it would do/);

    await expect(page.getByText(`into ${name}.`)).toBeVisible();
    await expect(page.getByText('AppGear DR Approver').first()).toBeVisible();
    await expect(
      page.getByRole('row').filter({ hasText: 'checkout-api' }).first(),
    ).toContainText('Created');
    await expectAccessible(page);
    await press(page, /^Next: Why/);

    await page
      .getByRole('textbox', { name: /^Why this restore/ })
      .fill('A look at the orders of last night, for the auditors');
    await expect(
      page.getByRole('region', { name: 'As a command' }),
    ).toContainText(`--namespace-mappings ws-checkout:${name}`);
    await expectAccessible(page);
    await press(page, 'File the request');

    await expect(page).toHaveURL(/\/dr\/restores\/[0-9a-f-]{36}$/);
    await expect(page.getByText('for the auditors').first()).toBeVisible();
  });

  test('asks in Portuguese, on a phone', async ({ page }) => {
    await page.addInitScript(() =>
      window.localStorage.setItem('language', 'pt-BR'),
    );
    await signIn(
      page,
      'otto.operator',
      '/dr/restores/new?workspace=ws-checkout',
    );
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(
      page.getByRole('heading', {
        name: 'Passo 1 de 5: O que trazer de volta',
      }),
    ).toBeVisible();
    await expectAccessible(page);
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      ),
    ).toBeLessThanOrEqual(0);

    await page.getByRole('button', { name: /^Avançar/ }).click();
    await expect(page.getByRole('alert')).toContainText(
      'Escolha um ponto para o qual voltar.',
    );
  });
});

test('a developer is offered no restore', async ({ page }) => {
  await signIn(page, 'dora.dev', '/dr/workspaces/ws-checkout');
  await expect(
    page.getByRole('heading', { name: 'If the cluster died now' }),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('link', { name: /^Restore / })).toHaveCount(0);
});
