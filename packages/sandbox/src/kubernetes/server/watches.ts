import type { ServerResponse } from 'node:http';

/** All watches that a server has open: faults reach them through here. */
export class Watches {
  readonly #open = new Map<ServerResponse, () => void>();

  get count(): number {
    return this.#open.size;
  }

  /** @param stop - stops whatever writes to the response */
  add(response: ServerResponse, stop: () => void): void {
    this.#open.set(response, stop);
    response.once('close', () => this.#open.delete(response));
  }

  /** Ends all as a server does whose timeout came: properly. */
  end(): void {
    for (const [response, stop] of this.#open) {
      stop();
      response.end();
    }
  }

  /** Leaves all open and silent, as a network does that lost the other side. */
  silence(): void {
    for (const stop of this.#open.values()) {
      stop();
    }
  }
}
