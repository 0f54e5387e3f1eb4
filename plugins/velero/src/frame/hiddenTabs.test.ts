import { hiddenTabs } from './hiddenTabs';

const rights = {
  read: 'some',
  request: 'none',
  approve: 'none',
  breakGlass: 'none',
  audit: 'none',
} as const;

describe('hiddenTabs', () => {
  it('hides what the reader has no right to', async () => {
    expect(await hiddenTabs({ getRights: async () => rights })).toEqual([
      'sub-page:velero/audit',
    ]);
    expect(
      await hiddenTabs({
        getRights: async () => ({ ...rights, audit: 'all' }),
      }),
    ).toEqual([]);
    expect(
      await hiddenTabs({
        getRights: async () => ({ ...rights, read: 'none' }),
      }),
    ).toEqual(['sub-page:velero/restores', 'sub-page:velero/audit']);
  });

  it('hides nothing when the backend does not say', async () => {
    expect(await hiddenTabs(undefined)).toEqual([]);
    expect(
      await hiddenTabs({ getRights: () => Promise.reject(new Error('404')) }),
    ).toEqual([]);
  });

  it('waits for no answer for ever', async () => {
    jest.useFakeTimers();
    const asked = hiddenTabs({ getRights: () => new Promise(() => {}) });
    jest.runAllTimers();
    expect(await asked).toEqual([]);
    jest.useRealTimers();
  });
});
