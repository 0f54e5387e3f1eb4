import { expect, Page, test } from '@playwright/test';
import { Screen, SCREENS } from '../screens/screens';
import { DESK, everythingRead, show, View, Walk } from '../screens/walk';
import { endWorld, makeWorld, World } from '../screens/world';

const PHONE: View = { ...DESK, width: 360, height: 740 };
const VIEWS: Record<string, View> = {
  light: DESK,
  dark: { ...DESK, theme: 'dark' },
  'pt-BR': { ...DESK, language: 'pt-BR' },
  'phone-pt-BR': { ...PHONE, language: 'pt-BR' },
  'phone-dark': { ...PHONE, theme: 'dark' },
};
const WALL: View = { ...DESK, width: 3840, height: 2160 };

/** The pictures of the README: screen, file, view. */
const README: [string, string, View][] = [
  ['overview', 'overview-light', DESK],
  ['overview', 'overview-pt-BR', { ...DESK, language: 'pt-BR' }],
  ['workspace-legacy', 'workspace-light', DESK],
  ['workspace-legacy', 'workspace-phone', PHONE],
  ['wizard-4-preview', 'preview-light', DESK],
  ['schedule', 'schedule-dark', { ...DESK, theme: 'dark' }],
];
/** Those that need requests. */
const README_GATE: [string, string, View][] = [
  ['request-overwriting', 'request-pt-BR', { ...DESK, language: 'pt-BR' }],
  ['request-overwriting', 'request-phone', PHONE],
  ['restores', 'restores-dark', { ...DESK, theme: 'dark' }],
];

/** By regular expression, to look again at what was mended. */
const only = new RegExp(process.env.SCREENS ?? '.');

let walk: Walk;
let world: World;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  walk = new Walk(browser);
  await everythingRead(await walk.pageOf('otto.operator'));
});

/** Before anything is restored: afterwards drills stand in the way. */
test('of the README', async () => {
  test.setTimeout(README.length * 60_000);
  for (const picture of README) await takeForReadme(picture);
});

test('of requests, for the README', async ({ browser }) => {
  test.setTimeout(300_000);
  world = await makeWorld(browser);
  for (const picture of README_GATE) await takeForReadme(picture);
});

test('every screen, to be looked at', async () => {
  const screens = SCREENS.filter(({ name }) => only.test(name));
  test.setTimeout(60_000 + screens.length * 120_000);
  const faults: object[] = [];
  for (const screen of screens) {
    // Told of at the end, so that one bad screen hides none of the others.
    await takeAll(screen).catch(error => {
      faults.push({ screen: screen.name, error: `${error.message}` });
    });
  }
  expect(faults).toEqual([]);
});

test('before anybody signed in', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /sign in/i }).waitFor();
  await keep(page, 'sign-in-light');
});

test.afterAll(endWorld);

async function takeForReadme([name, file, view]: [string, string, View]) {
  const screen = SCREENS.find(each => each.name === name)!;
  const page = await walk.open(screen, world, view);
  await page.screenshot({
    path: `docs/images/${file}.png`,
    animations: 'disabled',
  });
}

async function takeAll(screen: Screen) {
  const views = screen.isWide ? { ...VIEWS, wall: WALL } : VIEWS;
  let page: Page | undefined;
  for (const [name, view] of Object.entries(views)) {
    // A page of Backstage's own keeps colours of the theme it was opened in.
    if (page && !screen.act && !screen.isGuest) {
      await show(page, view);
    } else {
      page = await walk.open(screen, world, view);
    }
    await keep(page, `${screen.name}-${name}`);
  }
}

/** Under `.local`: too many to commit. */
async function keep(page: Page, name: string) {
  await page.screenshot({
    path: `.local/screens/${name}.png`,
    animations: 'disabled',
    fullPage: true,
  });
}
