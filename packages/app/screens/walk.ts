import { Browser, Page } from '@playwright/test';
import { signIn } from '../e2e-tests/signIn';
import { Screen } from './screens';
import { World } from './world';

/** How a screen can be looked at. */
export interface View {
  theme: 'light' | 'dark';
  language: 'en' | 'pt-BR';
  width: number;
  height: number;
}

/** At a laptop, as the demo begins. */
export const DESK: View = {
  theme: 'light',
  language: 'en',
  width: 1440,
  height: 900,
};

/** For one thing on a page; evidence is read in the background. */
const PATIENCE_MS = 60_000;

/** One page per person, each signed in once. */
export class Walk {
  readonly #browser: Browser;
  readonly #pages = new Map<string, Page>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Opens a screen as its person would, looked at in one way. */
  async open(
    screen: Screen,
    world: World | undefined,
    view: View = DESK,
  ): Promise<Page> {
    const page = await this.pageOf(screen.person);
    await show(page, view);
    await page.goto(screen.path(world));
    await settled(page);
    await screen.act?.(page);
    await settled(page);
    if (await page.getByText(/Error in velero/).isVisible()) {
      throw new Error(`${screen.name} ended in an error instead of a page.`);
    }
    return page;
  }

  /** The page of a person, who signs in first where needed. */
  async pageOf(person: string): Promise<Page> {
    const known = this.#pages.get(person);
    if (known) {
      // A wizard left half way must not greet the next who opens it.
      await known.evaluate(() => window.sessionStorage.clear());
      return known;
    }
    const page = await (await this.#browser.newContext()).newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await signIn(page, person);
    this.#pages.set(person, page);
    return page;
  }
}

/**
 * Shows an open page otherwise, without loading it again: the portal hears of
 * theme and language as from another of the browser's tabs. Another theme or
 * a width on the other side of a phone's begins the page anew.
 */
export async function show(page: Page, view: View) {
  const { width, height, theme, language } = view;
  await page.setViewportSize({ width, height });
  await page.evaluate(
    settings => {
      for (const [key, newValue] of Object.entries(settings)) {
        window.localStorage.setItem(key, newValue);
        window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
      }
    },
    { theme, language },
  );
  await settled(page);
}

/** Until something is there that rests, and nothing says that it is being read. */
export async function settled(page: Page) {
  // What was at rest before something was done is not at rest now: on a large
  // display it takes long until the first of it shows.
  await page.evaluate(() => {
    delete (window as { seenBefore?: string }).seenBefore;
  });
  await page.waitForFunction(
    busy => {
      const state = window as { seenBefore?: string };
      const seen = document.body.innerText;
      const isAtRest = seen === state.seenBefore;
      state.seenBefore = seen;
      const menu = document.querySelector('nav') as HTMLElement | null;
      const isThere = seen.length - (menu?.innerText.length ?? 0) > 40;
      return isThere && isAtRest && !document.querySelector(busy);
    },
    '[role="progressbar"], [aria-busy="true"]',
    { polling: 400 },
  );
}

/** These lie in a storage that cannot be opened, and stay unread. */
const MOST_UNREAD = 5;

/** Verdicts are worth a look once the evidence is read. */
export async function everythingRead(page: Page) {
  await page.goto('/dr/overview');
  await page.getByText('Who is not safe, and why').waitFor();
  await page.waitForFunction(
    most => {
      const said = document.body.innerText;
      const left = /(\d+) backups? (?:is|are) still to be read/.exec(said);
      return !/^Not known\b/m.test(said) && Number(left?.[1] ?? 0) <= most;
    },
    MOST_UNREAD,
    { polling: 400, timeout: 240_000 },
  );
}
