import { Clock } from '../kubernetes/objects';

/** Takes back a task that has not run yet. */
export type Cancel = () => void;

interface Task {
  at: number;
  /** Keeps tasks of the same moment in the order they were asked for. */
  order: number;
  run: () => void;
}

// setTimeout waits at most 2^31-1 ms; longer waits are taken in steps.
const LONGEST_WAIT = 2 ** 31 - 1;

/**
 * The one time that everything in a sandbox lives by, and the tasks that wait
 * for it. It stands still until it is advanced, or follows real time, slower
 * or faster, after `run`.
 *
 * Tasks run one after another, each at exactly its own moment, also when time
 * jumps: what a month of history looks like depends on the rules and the seed
 * alone, never on how fast the machine is.
 */
export class SimulatedClock implements Clock {
  #now: number;
  #speed = 0;
  /** Real time, in ms, at which the clock showed `#now`. */
  #anchor = 0;
  #tasks: Task[] = [];
  #order = 0;
  #advancing = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(start: Date = new Date()) {
    this.#now = start.getTime();
  }

  now(): Date {
    return new Date(this.#time());
  }

  /** How many seconds pass here for each real one; 0 while it stands still. */
  get speed(): number {
    return this.#speed;
  }

  /** Runs `task` as soon as what runs now has ended. */
  soon(task: () => void): Cancel {
    return this.at(this.now(), task);
  }

  after(ms: number, task: () => void): Cancel {
    return this.at(new Date(this.#time() + ms), task);
  }

  /** A moment that has passed already means now. */
  at(moment: Date, run: () => void): Cancel {
    const task = { at: moment.getTime(), order: this.#order++, run };
    this.#tasks.splice(this.#placeOf(task), 0, task);
    this.#wait();
    return () => {
      const place = this.#placeOf(task);
      if (this.#tasks[place] === task) {
        this.#tasks.splice(place, 1);
      }
    };
  }

  /** Runs `task` once every period; the period is asked anew each time. */
  every(period: () => number, task: () => void): Cancel {
    let cancelled = false;
    let cancel: Cancel;
    const next = () => {
      cancel = this.after(period(), () => {
        task();
        if (!cancelled) {
          next();
        }
      });
    };
    next();
    return () => {
      cancelled = true;
      cancel();
    };
  }

  /** Jumps forward, and runs on the way what waits for a moment in between. */
  advanceTo(moment: Date): void {
    if (this.#advancing) {
      throw new Error('The clock is advancing already: a task cannot move it.');
    }
    const target = Math.max(moment.getTime(), this.#time());
    this.#advancing = true;
    try {
      this.#now = this.#time();
      for (
        let task = this.#tasks[0];
        task && task.at <= target;
        task = this.#tasks[0]
      ) {
        this.#tasks.shift();
        this.#now = Math.max(this.#now, task.at);
        task.run();
      }
      this.#now = target;
    } finally {
      this.#anchor = performance.now();
      this.#advancing = false;
      this.#wait();
    }
  }

  advance(ms: number): void {
    this.advanceTo(new Date(this.#time() + ms));
  }

  /** Follows real time from here on; `speed` 60 lives an hour in a minute. */
  run(options: { speed?: number } = {}): void {
    this.#now = this.#time();
    this.#anchor = performance.now();
    this.#speed = options.speed ?? 1;
    this.#wait();
  }

  /** Stands still until it is advanced or run again. */
  pause(): void {
    this.run({ speed: 0 });
  }

  #time(): number {
    if (this.#advancing || this.#speed === 0) {
      return this.#now;
    }
    const passed = (performance.now() - this.#anchor) * this.#speed;
    return Math.floor(this.#now + passed);
  }

  #placeOf({ at, order }: Task): number {
    let low = 0;
    let high = this.#tasks.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const other = this.#tasks[middle];
      if (other.at < at || (other.at === at && other.order < order)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const next = this.#tasks[0];
    if (!next || this.#speed === 0 || this.#advancing) {
      return;
    }
    const wait = Math.max(0, (next.at - this.#time()) / this.#speed);
    this.#timer = setTimeout(
      () => this.advanceTo(this.now()),
      Math.min(Math.ceil(wait), LONGEST_WAIT),
    );
  }
}
