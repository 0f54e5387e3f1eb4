import { expect, test } from '@playwright/test';
import { SCREENS } from '../screens/screens';
import { DESK, everythingRead, View, Walk } from '../screens/walk';
import { endWorld, makeWorld, World } from '../screens/world';
import { keep, only, PHONE, takePictures } from './pictures';

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
  expect(await takePictures(walk, screens, world)).toEqual([]);
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
