import fc from 'fast-check';
import { ownRow, Row } from '../records';
import { StandingQueries } from './StandingQueries';
import { Table } from './Table';

interface Item extends Row {
  rank: number;
  colour: string;
}

const byRank = ({ rank }: Item) => rank;

describe('StandingQueries', () => {
  it('always answers as if it were asked for the first time', () => {
    const change = fc.record({
      name: fc.integer({ min: 0, max: 12 }).map(String),
      rank: fc.integer({ min: 0, max: 3 }),
      colour: fc.constantFrom('red', 'green', 'blue'),
      drop: fc.boolean(),
      ask: fc.constantFrom('red', 'green', 'blue', undefined),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), changes => {
        const table = new Table<Item>();
        const queries = new StandingQueries(table);
        const ask = (asked: StandingQueries<Item>, wanted: string) =>
          asked.rows({
            key: wanted,
            sort: byRank,
            fits: ({ colour }) => colour === wanted,
          });
        for (const { name, rank, colour, drop, ask: wanted } of changes) {
          if (drop) {
            table.remove('c', name);
          } else {
            table.put({ ...ownRow('c', name), rank, colour });
          }
          const asked = wanted ?? 'red';
          expect(ask(queries, asked)).toEqual(
            ask(new StandingQueries(table), asked),
          );
        }
      }),
    );
  });
});
