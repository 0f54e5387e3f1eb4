/** Waits that can be cut short. */
export class Sleeper {
  #end: ((woken: boolean) => void) | undefined;
  #wakeNext = false;

  /**
   * Waits for the time, `wake` or the signal; a `wake` that came while awake
   * counts for the next sleep.
   *
   * @returns whether it was woken
   */
  sleep(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    if (this.#wakeNext || signal.aborted) {
      const woken = this.#wakeNext;
      this.#wakeNext = false;
      return Promise.resolve(woken);
    }
    return new Promise(resolve => {
      const onAbort = () => this.#end?.(false);
      const timer = setTimeout(onAbort, milliseconds);
      this.#end = woken => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        this.#end = undefined;
        resolve(woken);
      };
      signal.addEventListener('abort', onAbort);
    });
  }

  wake(): void {
    if (this.#end) {
      this.#end(true);
    } else {
      this.#wakeNext = true;
    }
  }
}
