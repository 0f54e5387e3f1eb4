import { expect, Page, test } from '@playwright/test';
import { Screen, SCREENS } from '../screens/screens';
import { DESK, everythingRead, show, View, Walk } from '../screens/walk';
import { endWorld, makeWorld, World } from '../screens/world';

const PHONE: View = { ...DESK, width: 360, height: 740 };
const WALL: View = { ...DESK, width: 3840, height: 2160 };
/** Those of a theme together. */
const VIEWS: Record<string, View> = {
  light: DESK,
  'pt-BR': { ...DESK, language: 'pt-BR' },
  'phone-pt-BR': { ...PHONE, language: 'pt-BR' },
  wall: WALL,
  dark: { ...DESK, theme: 'dark' },
  'phone-dark': { ...PHONE, theme: 'dark' },
};

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
  let page: Page | undefined;
  let theme: View['theme'] | undefined;
  for (const [name, view] of Object.entries(VIEWS)) {
    if (view === WALL && !screen.isWide) continue;
    // Backstage's own parts keep colours of the theme they were opened in.
    const isOpen = view.theme === theme && !screen.act && !screen.isGuest;
    if (page && isOpen) {
      await show(page, view);
    } else {
      page = await walk.open(screen, world, view);
    }
    theme = view.theme;
    await keep(page, `${screen.name}-${name}`);
  }
}

/**
 * The whole page, on a display that is high enough for it: what sticks to the
 * end of a display would lie across the middle of the picture. Under `.local`:
 * too many to commit.
 */
async function keep(page: Page, name: string) {
  const { width, height } = page.viewportSize()!;
  const whole = await page.evaluate(
    () => document.documentElement.scrollHeight,
  );
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  await page.screenshot({
    path: `.local/screens/${name}.png`,
    animations: 'disabled',
  });
  await page.setViewportSize({ width, height });
}
