import { Page } from '@playwright/test';

/** Signs in with Keycloak's own form. */
export async function signIn(
  page: Page,
  person: string,
  password: string,
  path = '/',
) {
  await page.goto(path);
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: /sign in/i }).click();
  const keycloak = await popup;
  await keycloak.getByLabel(/username/i).fill(person);
  await keycloak.getByRole('textbox', { name: 'Password' }).fill(password);
  await keycloak.getByRole('button', { name: 'Sign In' }).click();
  // The logo, and the home page where there is one.
  await page.getByRole('link', { name: 'Home' }).first().waitFor();
}
