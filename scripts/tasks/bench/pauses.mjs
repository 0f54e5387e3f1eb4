/** Long enough for an answer, and for what it puts on the page. */
const SETTLE_MS = 1000;

/** Begins to note how long a page's thread is busy, and how late it answers to input. */
export async function watchPauses(context) {
  await context.addInitScript(() => {
    window.pauses = { task: 0, input: 0 };
    const note = (name, type, options) =>
      new PerformanceObserver(list =>
        list.getEntries().forEach(({ duration }) => {
          window.pauses[name] = Math.max(window.pauses[name], duration);
        }),
      ).observe({ type, buffered: true, ...options });
    note('task', 'longtask');
    note('input', 'event', { durationThreshold: 16 });
  });
}

/**
 * Opens an address and does what a reader does there, by name. Resolves to the
 * longest task while opening and while using, the longest time from an input to
 * the next picture, and the most rows that were in the page, in ms and rows.
 */
export async function pausesOf(page, { address, landmark, uses }) {
  await page.goto(address);
  await landmark(page).first().waitFor({ timeout: 60_000 });
  const opening = await taken(page, 'open');
  const used = [];
  for (const [name, use] of Object.entries(uses)) {
    await use(page);
    used.push(await taken(page, name));
  }
  return { opening, used };
}

async function taken(page, name) {
  await page.waitForTimeout(SETTLE_MS);
  const found = await page.evaluate(() => {
    const { pauses } = window;
    window.pauses = { task: 0, input: 0 };
    const rows = document.querySelectorAll('[role="row"], tr').length;
    return { ...pauses, rows };
  });
  return { name, ...found };
}
