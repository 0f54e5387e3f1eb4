import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

/** What axe calls serious or critical in a part of a page. */
export async function graveFindings(page: Page, area = 'main') {
  const { violations } = await new AxeBuilder({ page }).include(area).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ target }) => target.join(' ')),
    }));
}

/** Fails on grave findings, on the pages that are ours. */
export async function expectAccessible(page: Page, area = 'main') {
  expect(await graveFindings(page, area)).toEqual([]);
}
