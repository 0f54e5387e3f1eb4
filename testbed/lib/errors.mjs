/** A failure that a person can act on: what failed, what to do, and whose log tells more. */
export class BedError extends Error {
  constructor(message, { hint, logFile } = {}) {
    super(message);
    this.hint = hint;
    this.logFile = logFile;
  }
}
