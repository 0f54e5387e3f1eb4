import { chromium } from '@playwright/test';
import { CHROMIUM } from '../suites/browser.mjs';
import {
  evidenceOfLarge,
  fileLarge,
  fileRequests,
  lengthenTrail,
  restoreLarge,
  startLongFleet,
} from './longFleet.mjs';
import { scenes } from './longScenes.mjs';
import { row } from './measures.mjs';
import { pausesOf, watchPauses } from './pauses.mjs';
import { startBenchPortal } from './portal.mjs';
import { openWindow } from './window.mjs';

/** How long lists of so many rows keep the one waiting who reads them in a browser. */
export async function longLists(
  folder,
  { rows = 10_000, requests = 100 } = {},
) {
  const fleet = await startLongFleet({ rows });
  const portal = await startBenchPortal(fleet, { readsEvidence: true, folder });
  await evidenceOfLarge(portal);
  await portal.asPerson();
  const asked = {
    restored: await restoreLarge(portal, fleet),
    open: await fileLarge(portal),
  };
  await fileRequests(portal, requests);
  await lengthenTrail(portal, rows);
  try {
    return await read(portal.url, asked);
  } finally {
    await portal.end();
  }
}

async function read(url, asked) {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox'],
  });
  try {
    const as = person => signIn(browser, url, person);
    const otto = await as('otto.operator');
    const augusto = await as('augusto.audit');
    const measured = [];
    for (const [name, scene] of Object.entries(scenes(asked))) {
      const page = await openWindow(name === 'audit' ? augusto : otto);
      const address = `${url}${scene.address}`;
      const pauses = await pausesOf(page, { ...scene, address });
      measured.push(...rowsOf(name, pauses));
      await page.close();
    }
    return measured;
  } finally {
    await browser.close();
  }
}

function rowsOf(list, { opening, used }) {
  const worst = name => Math.max(...used.map(each => each[name]));
  const most = Math.max(opening.rows, worst('rows'));
  return [
    row(`${list}: longest pause, opening`, opening.task, 'ms', 200),
    row(`${list}: longest pause, using`, worst('task'), 'ms', 100),
    row(`${list}: input to picture`, worst('input'), 'ms', 200),
    row(`${list}: rows in the page`, most, '', 250),
  ];
}

async function signIn(browser, url, person) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/dr`);
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: /sign in/i }).click();
  await (await popup).getByRole('button', { name: new RegExp(person) }).click();
  await page.getByRole('link', { name: 'Home' }).first().waitFor();
  await page.close();
  await watchPauses(context);
  return context;
}
