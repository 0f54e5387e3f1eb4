/**
 * Long enough for who asks all the time; one page that refreshes itself must
 * not make the first hours of a large fleet days.
 */
const WAY_MS = 250;
/** To read one backup takes some 15 ms of processor time: a twelfth of this. */
const SPACING_MS = 200;

/**
 * How soon after each other backups may be begun to be read: at once, unless
 * somebody waits for an answer. Times are milliseconds since 1970.
 */
export class Pace {
  #slowUntil = 0;
  #begunAt = 0;

  giveWay(now: number): void {
    this.#slowUntil = now + WAY_MS;
  }

  began(now: number): void {
    this.#begunAt = now;
  }

  /** How long until the next one may begin. */
  waitMs(now: number): number {
    const next = Math.min(this.#begunAt + SPACING_MS, this.#slowUntil);
    return Math.max(0, next - now);
  }
}
