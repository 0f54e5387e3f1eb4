import { setTimeout as after } from 'node:timers/promises';

/** A page asks for several things, one after the other. */
const QUIET_MS = 10;
/** Who asks all the time does not keep other work from being done. */
const PATIENCE_MS = 250;
const LOOK_MS = 5;
/** Who reads a page soon turns to another. */
const AROUND_MS = 5_000;

/** Whether somebody waits for an answer of the portal. */
export class Askers {
  #waiting = 0;
  #lastAnswered = -Infinity;

  /** Somebody asks; returns what to call when he has his answer, or has gone. */
  ask(): () => void {
    this.#waiting++;
    let isAnswered = false;
    return () => {
      if (!isAnswered) {
        isAnswered = true;
        this.#waiting--;
        this.#lastAnswered = performance.now();
      }
    };
  }

  /** Nobody waits, or is about to ask again. */
  get areQuiet(): boolean {
    return this.#silentMs >= QUIET_MS;
  }

  /** Somebody uses the portal, though he may not wait just now. */
  get areAround(): boolean {
    return this.#silentMs < AROUND_MS;
  }

  get #silentMs(): number {
    return this.#waiting > 0 ? 0 : performance.now() - this.#lastAnswered;
  }

  /** Resolves when they are quiet; when they are not for long, all the same. */
  async quiet(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (!this.areQuiet && performance.now() < until) {
      await after(LOOK_MS);
    }
  }
}
