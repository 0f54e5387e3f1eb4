import { slice, sliceSorted } from './slice';

type Item = { name: string; at?: number };

const at = (item: Item) => item.at;
const name = (item: Item) => item.name;

const items: Item[] = [
  { name: 'none-1' },
  { name: 'none-2' },
  { name: 'a', at: 1 },
  { name: 'b', at: 2 },
  { name: 'c', at: 3 },
];

const names = ({ rows }: { rows: Item[] }) => rows.map(name).join();

describe.each([
  ['sliceSorted', (page: object) => sliceSorted(items, at, page as never)],
  ['slice', (page: object) => slice(items, [at, name], page as never)],
])('%s', (_, take) => {
  it.each([
    ['asc', 'a,b,c'],
    ['desc', 'c,b,a'],
  ])('puts what has no key last, %s', (order, expected) => {
    const all = take({ offset: 0, limit: 10, order });
    expect(names(all).startsWith(expected)).toBe(true);
    expect(all.total).toBe(5);
  });

  it('takes a page out of the middle', () => {
    expect(names(take({ offset: 1, limit: 2, order: 'asc' }))).toBe('b,c');
    expect(names(take({ offset: 2, limit: 1, order: 'desc' }))).toBe('a');
  });

  it('is empty past the end, and still knows the total', () => {
    expect(take({ offset: 7, limit: 2, order: 'asc' })).toEqual({
      rows: [],
      total: 5,
    });
  });
});

describe('slice', () => {
  it('lets further keys decide between equals, ascending', () => {
    const equals: Item[] = [
      { name: 'b', at: 1 },
      { name: 'a', at: 1 },
    ];
    const page = { offset: 0, limit: 2, order: 'desc' } as const;
    expect(names(slice(equals, [at, name], page))).toBe('a,b');
  });
});
