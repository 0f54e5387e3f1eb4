/** Long enough for the pages that Chromium loads for its own address bar. */
const SETTLE_MS = 1500;

/**
 * A window in which nothing goes on yet, as of somebody who has his browser
 * open. A new one loads two hundred files of its own, on the same cores.
 */
export async function openWindow(context) {
  const page = await context.newPage();
  await page.waitForTimeout(SETTLE_MS);
  return page;
}
