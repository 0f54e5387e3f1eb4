import { says } from '@appgear/backstage-plugin-velero-common';
import { Download, Downloader, EvidenceError } from '../download';

/** A log, as far as it was read. */
export interface LogFile {
  text: Buffer;
  /** It is longer. */
  truncated: boolean;
}

const MAX_LOG_BYTES = 32 * 1024 * 1024;
const MAX_KEPT_BYTES = 64 * 1024 * 1024;
/** Fetched at the same time, for whoever looks at them. */
const AT_ONCE = 4;

/**
 * The logs of finished backups and restores, which never change. The few that people look
 * at now are kept, so that paging and searching ask the bucket once.
 */
export class LogFiles {
  readonly #downloader: Downloader;
  /** The least recently used first. */
  readonly #kept = new Map<string, LogFile>();
  readonly #pending = new Map<string, Promise<LogFile>>();
  #bytes = 0;

  constructor(downloader: Downloader) {
    this.#downloader = downloader;
  }

  /**
   * @param id - names the backup's evidence, or the restore
   * @throws EvidenceError; also when others are being fetched
   */
  async read(id: string, download: Download): Promise<LogFile> {
    const kept = this.#kept.get(id);
    if (kept) {
      this.#kept.delete(id);
      this.#kept.set(id, kept);
      return kept;
    }
    let pending = this.#pending.get(id);
    if (!pending) {
      if (this.#pending.size >= AT_ONCE) {
        throw new EvidenceError('slow', says('file.othersFirst'));
      }
      pending = this.#fetch(download)
        .then(log => this.#keep(id, log))
        .finally(() => this.#pending.delete(id));
      this.#pending.set(id, pending);
    }
    return pending;
  }

  async #fetch(download: Download): Promise<LogFile> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const never = new AbortController().signal;
    for await (const chunk of this.#downloader.read(download, never)) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= MAX_LOG_BYTES) {
        return { text: Buffer.concat(chunks), truncated: true };
      }
    }
    return { text: Buffer.concat(chunks), truncated: false };
  }

  #keep(id: string, log: LogFile): LogFile {
    this.#kept.set(id, log);
    this.#bytes += log.text.length;
    for (const [oldest, { text }] of this.#kept) {
      if (this.#bytes <= MAX_KEPT_BYTES) {
        break;
      }
      this.#kept.delete(oldest);
      this.#bytes -= text.length;
    }
    return log;
  }
}
