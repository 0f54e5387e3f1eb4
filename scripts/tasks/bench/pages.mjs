import { chromium } from '@playwright/test';
import { CHROMIUM } from '../suites/browser.mjs';
import { row } from './measures.mjs';
import { openWindow } from './window.mjs';

const PAGES = {
  overview: ['/dr/overview', 'Needs attention'],
  workspaces: ['/dr/workspaces', 'Workspaces'],
  backups: ['/dr/backups', 'Backups'],
  schedules: ['/dr/schedules', 'Schedules'],
};
const OPENED = 5;

/**
 * How soon a page is usable that a signed-in person opens anew in his browser:
 * until its data is there, as the person sees it. The slowest of some.
 */
export async function pages(portal) {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox'],
  });
  try {
    const context = await browser.newContext();
    await signIn(await context.newPage(), portal.url);
    const rows = [];
    for (const [name, [path, landmark]] of Object.entries(PAGES)) {
      const times = [];
      for (let opened = 0; opened < OPENED; opened++) {
        times.push(await open(context, `${portal.url}${path}`, landmark));
      }
      rows.push(row(`page ${name} usable`, Math.max(...times), 's', 1.5));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function open(context, address, landmark) {
  const page = await openWindow(context);
  const started = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  const region = page.getByRole('region', { name: landmark, exact: true });
  await region
    .getByRole('listitem')
    .or(region.getByRole('row'))
    .first()
    .waitFor();
  const seconds = (performance.now() - started) / 1000;
  await page.close();
  return seconds;
}

async function signIn(page, url) {
  await page.goto(`${url}/dr`);
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: /sign in/i }).click();
  await (await popup).getByRole('button', { name: /otto\.operator/ }).click();
  await page.getByRole('region', { name: 'Needs attention' }).waitFor();
  await page.close();
}
