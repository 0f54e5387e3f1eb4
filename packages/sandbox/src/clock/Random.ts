import { createHash } from 'crypto';

/**
 * Chance that repeats itself: the same seed gives the same numbers, names and
 * ids. Each part of a sandbox forks its own, so that one part asking more
 * often does not change what another part gets.
 */
export class Random {
  #state: number;

  constructor(readonly seed: string | number) {
    this.#state = createHash('sha256')
      .update(String(seed))
      .digest()
      .readUInt32LE();
  }

  fork(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** From 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) % 2 ** 32;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[this.between(0, items.length - 1)];
  }

  /** Such as Kubernetes appends to generated names: no vowels, no look-alikes. */
  suffix(length = 5): string {
    return this.#text('bcdfghjklmnpqrstvwxz2456789', length);
  }

  hex(length: number): string {
    return this.#text('0123456789abcdef', length);
  }

  uuid(): string {
    const [a, b, c, d, e] = [8, 3, 3, 3, 12].map(length => this.hex(length));
    return `${a}-${b}${this.hex(1)}-4${c}-a${d}-${e}`;
  }

  #text(alphabet: string, length: number): string {
    let text = '';
    while (text.length < length) {
      text += alphabet[Math.floor(this.next() * alphabet.length)];
    }
    return text;
  }
}
