import { loadNamedSubPage, loadSubPage } from './subPages';

describe('loadNamedSubPage', () => {
  it.each([
    ['/dr/schedules', 'schedules'],
    ['/portal/recovery/restores/new', 'restores'],
    ['/dr', 'overview'],
    ['/dr/nowhere', 'overview'],
  ] as const)('loads for %s the tab %s', async (address, path) => {
    expect(await loadNamedSubPage(address)).toBe(await loadSubPage(path));
  });
});
