/** As Velero's results write a field of an entry of its log: ` name: /db message: /…`. */
const NAME = /(?:^| )name: \/(\S+) message: \//;

/**
 * Objects that Velero could not save. It lists them as if it had, leaves them
 * out of the tarball, and tells of them among the errors about itself, by
 * their name alone: neither kind nor namespace is said (Velero 1.18.2,
 * pkg/backup/backup.go, backupItem; seen on a real one).
 */
export class FailedItems {
  readonly #messages = new Map<string, string>();

  /** How many objects are known to have failed. */
  get size(): number {
    return this.#messages.size;
  }

  note(message: string): void {
    const name = NAME.exec(message)?.[1];
    if (name) {
      this.#messages.set(name, message);
    }
  }

  /**
   * What is said of objects of these names. Where several namespaces have one
   * of that name, each has to take it for its own.
   */
  among(lists: Iterable<readonly string[]>): Set<string> {
    const found = new Set<string>();
    if (this.#messages.size > 0) {
      for (const names of lists) {
        for (const name of names) {
          const message = this.#messages.get(name);
          if (message) {
            found.add(message);
          }
        }
      }
    }
    return found;
  }
}
