const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The newest answers, ready to be sent. Many people look at the same pages of
 * a fleet that has not changed.
 */
export class AnswerCache {
  /** The least recently used first. */
  readonly #answers = new Map<string, Buffer>();
  #bytes = 0;

  get(tag: string): Buffer | undefined {
    const answer = this.#answers.get(tag);
    if (answer) {
      this.#answers.delete(tag);
      this.#answers.set(tag, answer);
    }
    return answer;
  }

  /** Two who ask at the same time may put the same. */
  put(tag: string, answer: Buffer): void {
    this.#drop(tag);
    this.#answers.set(tag, answer);
    this.#bytes += answer.length;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= MAX_BYTES) {
        break;
      }
      this.#drop(oldest);
    }
  }

  #drop(tag: string): void {
    this.#bytes -= this.#answers.get(tag)?.length ?? 0;
    this.#answers.delete(tag);
  }
}
