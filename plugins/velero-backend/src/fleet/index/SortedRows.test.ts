import fc from 'fast-check';
import { ownRow, Row } from '../records';
import { compareKeys, SortedRows } from './SortedRows';

interface Item extends Row {
  rank: number | undefined;
}

function item(name: string, rank: number | undefined): Item {
  return { ...ownRow('c', name), rank };
}

describe('SortedRows', () => {
  it('is always what sorting from scratch gives', () => {
    const change = fc.record({
      name: fc.integer({ min: 0, max: 30 }).map(String),
      rank: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
      drop: fc.boolean(),
      read: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 80 }), changes => {
        const sorted = new SortedRows<Item>(({ rank }) => rank);
        const held = new Map<string, Item>();
        const expected = () =>
          [...held.values()].sort(
            (a, b) =>
              compareKeys(a.rank, b.rank) || compareKeys(a.name, b.name),
          );
        for (const { name, rank, drop, read } of changes) {
          const old = held.get(name);
          if (old) {
            sorted.remove(old);
            held.delete(name);
          }
          if (!drop) {
            const row = item(name, rank);
            sorted.add(row);
            held.set(name, row);
          }
          expect(sorted.size).toBe(held.size);
          // Changes are collected until somebody reads.
          expect(read ? sorted.rows() : expected()).toEqual(expected());
        }
        expect(sorted.rows()).toEqual(expected());
      }),
    );
  });
});
