/** The last good answer to one URL. */
export interface Answer {
  etag?: string;
  text: string;
  body: unknown;
}

/**
 * Remembers the last answers by URL, so that an unchanged one costs neither
 * a transfer nor a render: it is the same object as before.
 */
export class AnswerCache {
  readonly #answers = new Map<string, Answer>();
  readonly #capacity: number;

  constructor(options: { capacity: number }) {
    this.#capacity = options.capacity;
  }

  get(url: string): Answer | undefined {
    const answer = this.#answers.get(url);
    if (answer) {
      this.#touch(url, answer);
    }
    return answer;
  }

  /**
   * Keeps an answer and returns its parsed body. A proxy may drop the ETag,
   * and a browser hides it from another origin, so equal texts count as
   * unchanged too.
   */
  put(url: string, answer: { etag?: string; text: string }): unknown {
    const known = this.#answers.get(url);
    const body =
      known?.text === answer.text ? known.body : JSON.parse(answer.text);
    this.#touch(url, { ...answer, body });
    return body;
  }

  #touch(url: string, answer: Answer) {
    this.#answers.delete(url);
    this.#answers.set(url, answer);
    if (this.#answers.size > this.#capacity) {
      const [oldest] = this.#answers.keys();
      this.#answers.delete(oldest);
    }
  }
}
