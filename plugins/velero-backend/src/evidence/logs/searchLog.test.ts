import { searchLog } from './searchLog';

const TEXT = [
  'time="2026-01-01T02:00:00Z" level=info msg="Setting up backup" backup=velero/a',
  'time="2026-01-01T02:00:01Z" level=info msg="Backed up 1 items" namespace=ws-shop name=web',
  'time="2026-01-01T02:00:02Z" level=warning msg="No snapshot" namespace=ws-blog name=data',
  'time="2026-01-01T02:00:03Z" level=error msg="Forbidden" namespace=ws-shop name=token',
  'goroutine 1 [running]:',
].join('\n');

const page = { offset: 0, limit: 10, level: 'debug' } as const;

function search(terms: Partial<Parameters<typeof searchLog>[1]>) {
  const file = { text: Buffer.from(TEXT), truncated: false };
  return searchLog(file, { ...page, ...terms });
}

describe('searchLog', () => {
  it('finds all lines, in order', async () => {
    const log = await search({});
    expect(log.lines.map(({ message }) => message)).toEqual([
      'Setting up backup',
      'Backed up 1 items',
      'No snapshot',
      'Forbidden',
      'goroutine 1 [running]:',
    ]);
    expect(log).toMatchObject({ total: 5, filtered: false, truncated: false });
  });

  it('finds by level and by text, whatever its case', async () => {
    expect(await search({ level: 'warning' })).toMatchObject({ total: 2 });
    expect(await search({ search: 'FORBID' })).toMatchObject({
      lines: [{ message: 'Forbidden', level: 'error' }],
    });
  });

  it('pages', async () => {
    expect(await search({ offset: 1, limit: 2 })).toMatchObject({
      total: 5,
      lines: [{ message: 'Backed up 1 items' }, { message: 'No snapshot' }],
    });
  });

  it('shows who may see some namespaces the lines that name them, and no others', async () => {
    const log = await search({ seesNamespace: name => name === 'ws-shop' });
    expect(log.filtered).toBe(true);
    expect(log.lines.map(({ message }) => message)).toEqual([
      'Backed up 1 items',
      'Forbidden',
    ]);
  });
});
