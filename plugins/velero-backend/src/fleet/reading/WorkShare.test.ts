import { WorkShare } from './WorkShare';

describe('WorkShare', () => {
  it('runs jobs by rank, and equal ones in order', async () => {
    const share = new WorkShare();
    const done: string[] = [];
    const job = (name: string, rank?: number) =>
      share.run(() => done.push(name), rank);
    await Promise.all([job('last'), job('b', 2), job('a1', 1), job('a2', 1)]);
    expect(done).toEqual(['a1', 'a2', 'b', 'last']);
  });

  it('hands on results and errors', async () => {
    const share = new WorkShare();
    await expect(share.run(() => 7)).resolves.toBe(7);
    const failing = share.run(() => {
      throw new Error('not this one');
    });
    await expect(failing).rejects.toThrow('not this one');
    await expect(share.run(() => 8)).resolves.toBe(8);
  });

  it('lets others have the thread between jobs', async () => {
    const share = new WorkShare();
    const order: string[] = [];
    const busy = () => {
      const until = performance.now() + 6;
      while (performance.now() < until) {
        // Takes longer than a slice.
      }
      order.push('job');
    };
    const jobs = [share.run(busy), share.run(busy), share.run(busy)];
    await jobs[0];
    order.push('other');
    await Promise.all(jobs);
    expect(order).toEqual(['job', 'other', 'job', 'job']);
  });
});
