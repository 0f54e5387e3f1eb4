import * as fc from 'fast-check';
import { ClusterPauses } from './ClusterPauses';

const MINUTE = 60_000;
const RETRY_MAX = 10 * MINUTE;

function pausesWith(random: () => number = () => 0.5, retryMax = RETRY_MAX) {
  const onOver = jest.fn();
  const config = { retryInitial: MINUTE, retryMax };
  return { onOver, pauses: new ClusterPauses({ config, onOver, random }) };
}

/** Backups one after the other, as long as they may be asked for. */
function refuse(pauses: ClusterPauses, ...backups: string[]) {
  return backups.map(backup => {
    pauses.began('one', backup);
    const wait = pauses.refused('one', backup);
    pauses.ended('one', backup);
    return wait;
  });
}

/** Reads what it may of six backups, which end in any way and order. */
class RandomReader {
  readonly pauses = pausesWith(Math.random).pauses;
  readonly running = new Set<number>();
  /** Those that began during the pause that is on. */
  readonly probes = new Set<number>();

  begin(number: number): void {
    if (!this.running.has(number) && this.pauses.allows('one')) {
      if (this.pauses.clusters.length > 0) this.probes.add(number);
      this.running.add(number);
      this.pauses.began('one', String(number));
    }
  }

  answer(number: number): void {
    if (this.running.has(number)) {
      this.pauses.answered('one');
      this.probes.clear();
      this.drop(number);
      if (!this.pauses.allows('one')) throw new Error('still paused');
    }
  }

  refuse(number: number): void {
    if (this.running.has(number)) {
      this.pauses.refused('one', String(number));
      this.drop(number);
    }
  }

  drop(number: number): void {
    if (this.running.delete(number)) {
      this.probes.delete(number);
      this.pauses.ended('one', String(number));
    }
  }

  wait(number: number): void {
    jest.advanceTimersByTime(number * 2 * MINUTE);
  }
}

describe('ClusterPauses', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('leaves a cluster alone after three backups in a row, and no other', () => {
    const { pauses } = pausesWith();
    expect(refuse(pauses, 'a', 'b')).toEqual([undefined, undefined]);
    expect(pauses.allows('one')).toBe(true);
    expect(refuse(pauses, 'c')).toEqual([MINUTE]);
    expect(pauses.allows('one')).toBe(false);
    expect(pauses.allows('two')).toBe(true);
    expect(pauses.clusters).toEqual(['one']);
  });

  it('does not blame a cluster for one backup, however often it fails', () => {
    const { pauses } = pausesWith();
    refuse(pauses, 'a', 'a', 'a', 'a');
    expect(pauses.allows('one')).toBe(true);
  });

  it('begins to count anew with each answer', () => {
    const { pauses } = pausesWith();
    refuse(pauses, 'a', 'b');
    pauses.answered('one');
    refuse(pauses, 'c', 'd');
    expect(pauses.allows('one')).toBe(true);
  });

  it('lets one backup try when the pause is over', () => {
    const { onOver, pauses } = pausesWith();
    refuse(pauses, 'a', 'b', 'c');
    jest.advanceTimersByTime(MINUTE - 1);
    expect(onOver).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(onOver).toHaveBeenCalledTimes(1);
    expect(pauses.allows('one')).toBe(true);
    pauses.began('one', 'd');
    expect(pauses.allows('one')).toBe(false);
  });

  it('goes on at once when the cluster answers', () => {
    const { pauses } = pausesWith();
    refuse(pauses, 'a', 'b', 'c');
    jest.advanceTimersByTime(MINUTE);
    pauses.began('one', 'd');
    pauses.answered('one');
    expect(pauses.allows('one')).toBe(true);
    expect(pauses.clusters).toEqual([]);
    expect(pauses.failed('one').size).toBe(0);
  });

  it('lets another backup try when nothing came of the first', () => {
    const { pauses } = pausesWith();
    refuse(pauses, 'a', 'b', 'c');
    jest.advanceTimersByTime(MINUTE);
    pauses.began('one', 'd');
    pauses.ended('one', 'd');
    expect(pauses.allows('one')).toBe(true);
    expect(pauses.clusters).toEqual(['one']);
  });

  it('ends a pause for an answer that was under way when it began', () => {
    const { onOver, pauses } = pausesWith();
    pauses.began('one', 'slow');
    refuse(pauses, 'a', 'b', 'c');
    pauses.answered('one');
    expect(pauses.allows('one')).toBe(true);
    jest.advanceTimersByTime(MINUTE);
    expect(onOver).not.toHaveBeenCalled();
  });

  it('does not make a pause longer for what was under way when it began', () => {
    const { pauses } = pausesWith();
    refuse(pauses, 'a', 'b', 'c');
    expect(pauses.refused('one', 'd')).toBeUndefined();
    expect([...pauses.failed('one')]).toEqual(['a', 'b', 'c', 'd']);
    jest.advanceTimersByTime(MINUTE);
    expect(pauses.allows('one')).toBe(true);
  });

  it.each([
    ['as configured', 0.5, [1, 2, 4, 8, 10, 10]],
    ['earlier', 0, [0.75, 1.5, 3, 6, 10, 10]],
    ['later', 1, [1.25, 2.5, 5, 10, 10, 10]],
  ])('waits longer each time: %s', (_, random, minutes) => {
    const { pauses } = pausesWith(() => random);
    refuse(pauses, 'a', 'b');
    for (const length of minutes) {
      expect(refuse(pauses, 'c')).toEqual([length * MINUTE]);
      jest.advanceTimersByTime(length * MINUTE);
    }
  });

  it('waits 16 times as long at most', () => {
    const { pauses } = pausesWith(undefined, 100 * MINUTE);
    refuse(pauses, 'a', 'b');
    const waits = Array.from({ length: 7 }, () => {
      const [wait] = refuse(pauses, 'c');
      jest.advanceTimersByTime(wait!);
      return wait! / MINUTE;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 16, 16]);
  });

  it('tries one at a time during a pause, and always ends it for an answer', () => {
    const what = fc.oneof(
      // Often enough that pauses come to be.
      { weight: 8, arbitrary: fc.constantFrom('begin', 'refuse') },
      { weight: 3, arbitrary: fc.constantFrom('answer', 'drop', 'wait') },
    );
    const step = fc.tuple(what, fc.nat({ max: 5 }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 50, maxLength: 150 }), steps => {
        const reader = new RandomReader();
        for (const [does, number] of steps) {
          reader[does](number);
          expect(reader.probes.size).toBeLessThan(2);
        }
        [0, 1, 2, 3, 4, 5].forEach(number => reader.drop(number));
        jest.advanceTimersByTime(RETRY_MAX);
        expect(reader.pauses.allows('one')).toBe(true);
      }),
    );
  });
});
