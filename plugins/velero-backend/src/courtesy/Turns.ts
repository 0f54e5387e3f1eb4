import {
  setImmediate as turn,
  setTimeout as after,
} from 'node:timers/promises';
import { Askers } from './Askers';

/**
 * Between pieces while somebody uses the portal: of a few milliseconds each,
 * they take a fifth of the thread.
 */
const SPACING_MS = 15;

/**
 * Gives pieces of work that nobody waits for their turns, in the order in which
 * they ask: one at a time, and after whoever waits for an answer. A piece should
 * take a few milliseconds: whoever asks meanwhile waits for it.
 */
export class Turns {
  readonly #askers: Askers;
  #last: Promise<void> = Promise.resolve();

  constructor(askers: Askers) {
    this.#askers = askers;
  }

  /** Resolves when it is the asker's turn, which lasts until he waits for something. */
  next(): Promise<void> {
    this.#last = this.#last
      .then(() => (this.#askers.areAround ? after(SPACING_MS) : turn()))
      .then(() => this.#askers.quiet());
    return this.#last;
  }
}
