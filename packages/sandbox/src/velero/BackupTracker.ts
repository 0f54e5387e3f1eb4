/**
 * Which backups this server is busy with, in its memory only: a server that
 * starts knows of none (pkg/controller/backup_tracker.go).
 */
export class BackupTracker {
  readonly #ready = new Set<string>();
  readonly #inProgress = new Set<string>();
  readonly #postProcessing = new Set<string>();

  addReadyToStart(name: string): void {
    this.#ready.add(name);
  }

  add(name: string): void {
    this.#ready.delete(name);
    this.#inProgress.add(name);
  }

  addPostProcessing(name: string): void {
    this.delete(name);
    this.#postProcessing.add(name);
  }

  delete(name: string): void {
    this.#ready.delete(name);
    this.#inProgress.delete(name);
    this.#postProcessing.delete(name);
  }

  /** In progress or after it: not to be deleted now. */
  contains(name: string): boolean {
    return this.#inProgress.has(name) || this.#postProcessing.has(name);
  }

  get running(): number {
    return this.#ready.size + this.#inProgress.size;
  }
}
