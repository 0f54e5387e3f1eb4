import { Page } from '@playwright/test';

/** Signs in as one of the sandbox's people, through its identity provider. */
export async function signIn(page: Page, person: string, path = '/') {
  // Not by the baseURL: a portal under a prefix would lose it.
  await page.goto(`${process.env.PLAYWRIGHT_URL}${path}`);
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: /sign in/i }).click();
  const provider = await popup;
  await provider.getByRole('button', { name: new RegExp(person) }).click();
  // The logo; the home page has a link of the same name.
  await page.getByRole('link', { name: 'Home' }).first().waitFor();
}
