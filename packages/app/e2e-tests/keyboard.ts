import { Locator, Page } from '@playwright/test';

/** More than any page of ours has; an endless round would be found too. */
const MOST_STOPS = 200;

/** Goes to something as people without a mouse do. */
export async function tabTo(page: Page, target: Locator) {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await target.evaluate(it => it === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not come to ${target}.`);
}
