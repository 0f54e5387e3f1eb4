import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

/** Fails on what axe calls serious or critical, on the pages that are ours. */
export async function expectAccessible(page: Page, area = 'main') {
  const { violations } = await new AxeBuilder({ page }).include(area).analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ target }) => target.join(' ')),
    }));
  expect(grave).toEqual([]);
}
