import { Page } from '@playwright/test';
import { Screen } from '../screens/screens';
import { DESK, show, View, Walk } from '../screens/walk';
import { World } from '../screens/world';

export const PHONE: View = { ...DESK, width: 360, height: 740 };
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

/** By regular expression, to look again at what was mended. */
export const only = new RegExp(process.env.SCREENS ?? '.');

/**
 * Takes one picture of each screen in every way that it can be looked at.
 * Resolves to what went wrong: one bad screen hides none of the others.
 */
export async function takePictures(
  walk: Walk,
  screens: readonly Screen[],
  world?: World,
): Promise<object[]> {
  const faults: object[] = [];
  for (const screen of screens) {
    await takeAll(walk, screen, world).catch(error => {
      faults.push({ screen: screen.name, error: `${error.message}` });
    });
  }
  return faults;
}

async function takeAll(walk: Walk, screen: Screen, world?: World) {
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
export async function keep(page: Page, name: string) {
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
