import { expect, Page, test } from '@playwright/test';
import { SCREENS } from '../screens/screens';
import { DESK, View, Walk } from '../screens/walk';
import { endWorld, makeWorld, World } from '../screens/world';
import { graveFindings } from './accessibility';

/** Both themes, both languages and both ends of the widths, in two looks. */
const LOOKS: Record<string, View> = {
  'on a desk, light': DESK,
  'on a phone, dark, in Portuguese': {
    theme: 'dark',
    language: 'pt-BR',
    width: 360,
    height: 740,
  },
};

test.describe('every screen', () => {
  test.describe.configure({ mode: 'serial' });
  const made: { world?: World } = {};

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000);
    made.world = await makeWorld(browser);
  });
  test.afterAll(endWorld);

  for (const [look, view] of Object.entries(LOOKS)) {
    test(`is for everybody ${look}`, async ({ browser }) => {
      const ours = SCREENS.filter(({ isGuest }) => !isGuest);
      test.setTimeout(ours.length * 30_000);
      const walk = new Walk(browser);
      const faults: object[] = [];
      for (const screen of ours) {
        const page = await walk.open(screen, made.world, view);
        const found = await graveFindings(page, screen.area);
        faults.push(...found.map(fault => ({ screen: screen.name, ...fault })));
        if (await scrollsSideways(page)) {
          faults.push({ screen: screen.name, id: 'scrolls sideways' });
        }
      }
      expect(faults).toEqual([]);
    });
  }
});

/** One pixel of rounding is no scroll. */
function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth > 1,
  );
}
