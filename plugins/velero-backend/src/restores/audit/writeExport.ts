import { createHash } from 'node:crypto';
import { AuditEvent } from '@appgear/backstage-plugin-velero-common';
import { digestOf } from '../freeze';
import { ChainHead } from './chain';
import { ExportManifest, LineFormat } from './formats';

/** Writes an export line by line, and keeps the account of it. */
export class ExportWriter {
  readonly #digest = createHash('sha256');
  #count = 0;
  #start: ChainHead | undefined;

  constructor(
    private readonly format: LineFormat,
    private readonly filter: Record<string, unknown>,
    private readonly contiguous: boolean,
  ) {}

  header(): string | undefined {
    return this.format.header;
  }

  line(event: AuditEvent): string {
    this.#start ??= { seq: event.seq - 1, hash: event.previousHash };
    this.#digest.update(event.hash);
    this.#count += 1;
    return this.format.write(event);
  }

  manifest(head: ChainHead): ExportManifest {
    const manifest = {
      filter: this.filter,
      contiguous: this.contiguous,
      count: this.#count,
      ...(this.#start && { start: this.#start }),
      head: { seq: head.seq, hash: head.hash },
      digest: this.#digest.digest('hex'),
    };
    return { ...manifest, hash: hashOfManifest(manifest) };
  }
}

export function hashOfManifest(manifest: Omit<ExportManifest, 'hash'>): string {
  const { hash: _, ...content } = manifest as ExportManifest;
  return digestOf(content);
}
