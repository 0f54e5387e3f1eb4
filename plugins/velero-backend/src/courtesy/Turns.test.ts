import { setImmediate as turn } from 'node:timers/promises';
import { Askers } from './Askers';
import { Turns } from './Turns';

describe('Turns', () => {
  it('come one after the other, in the order in which they were asked for', async () => {
    const turns = new Turns(new Askers());
    const done: string[] = [];
    const work = async (name: string) => {
      await turns.next();
      done.push(name);
      setImmediate(() => done.push(`after ${name}`));
    };
    await Promise.all([work('a'), work('b')]);
    await turn();
    expect(done).toEqual(['a', 'after a', 'b', 'after b']);
  });

  it('come after whoever waits for an answer', async () => {
    const askers = new Askers();
    const answered = [askers.ask(), askers.ask()];
    const done: string[] = [];
    const working = new Turns(askers).next().then(() => done.push('work'));
    for (const answer of answered) {
      await turn();
      done.push('answer');
      answer();
    }
    await working;
    expect(done).toEqual(['answer', 'answer', 'work']);
  });

  it('come though somebody waits all the time', async () => {
    const askers = new Askers();
    askers.ask();
    await expect(new Turns(askers).next()).resolves.toBeUndefined();
    expect(askers.areQuiet).toBe(false);
  });

  it('count an answer once, however often it is said to be given', async () => {
    const askers = new Askers();
    const answered = askers.ask();
    answered();
    answered();
    askers.ask();
    await askers.quiet();
    expect(askers.areQuiet).toBe(false);
  });
});
