import { expect, test } from '@playwright/test';
import { LostWorld, lostScreens, makeLostWorld } from '../screens/lost';
import { Walk } from '../screens/walk';
import { only, takePictures } from './pictures';

let world: LostWorld;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  world = await makeLostWorld(browser);
});

test('every screen that looks otherwise when clusters are gone', async ({
  browser,
}) => {
  const screens = lostScreens(world).filter(({ name }) => only.test(name));
  test.setTimeout(60_000 + screens.length * 120_000);
  expect(await takePictures(new Walk(browser), screens)).toEqual([]);
});
