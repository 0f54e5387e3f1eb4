import { ownRow, Row } from '../records';
import { Table } from './Table';

const row = (name: string) => ownRow('c', name);

describe('Table', () => {
  it('lines a list up once for what comes until its turn, and again for what comes later', () => {
    const table = new Table<Row>();
    const byName = table.sortedBy(({ name }) => name);
    const jobs: Array<() => void> = [];
    const settle = () => table.settle(job => jobs.push(job));

    table.put(row('b'));
    settle();
    table.put(row('a'));
    settle();
    expect(jobs).toHaveLength(1);

    jobs.pop()!();
    table.put(row('c'));
    settle();
    expect(jobs).toHaveLength(1);
    jobs.pop()!();
    expect(byName.rows().map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });
});
