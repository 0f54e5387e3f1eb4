/** What the readers of one cluster's kinds tell each other about it. */
export class Pulse {
  /** When the cluster last said anything; milliseconds since 1970, 0 for never. */
  lastHeard = 0;

  readonly #listeners: { onChange(): void; onSuspicion(): void };

  constructor(listeners: { onChange(): void; onSuspicion(): void }) {
    this.#listeners = listeners;
  }

  heard(): void {
    this.lastHeard = Date.now();
  }

  /** The state of a kind changed. */
  changed(): void {
    this.#listeners.onChange();
  }

  /** A connection broke: is the cluster still there? */
  suspect(): void {
    this.#listeners.onSuspicion();
  }
}
