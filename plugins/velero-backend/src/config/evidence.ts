import { z } from 'zod';
import { duration } from './duration';

const MIB = 1024 * 1024;

const bytes = z.number().int().min(1024);

/** Where a storage is connected to. */
export const address = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .refine(
    url =>
      !URL.canParse(url) ||
      (new URL(url).pathname === '/' && !/[?#@]/.test(url)),
    'must be an address without path, query and user name',
  );

const storageSchema = z.strictObject({
  bucket: z.string().min(1),
  prefix: z.string().min(1).optional(),
  endpoint: address.optional(),
  caFile: z.string().min(1).optional(),
});

/** `velero.evidence`: how backups' own files are read. Durations are milliseconds. */
export const evidenceSchema = z.strictObject({
  enabled: z.boolean().default(true),
  atOnce: z.number().int().min(1).max(64).default(16),
  perCluster: z.number().int().min(1).max(16).default(2),
  perStorage: z.number().int().min(1).max(32).default(4),
  signingTimeout: duration('30s'),
  downloadTimeout: duration('2m'),
  maxCompressedBytes: bytes.default(64 * MIB),
  maxExpandedBytes: bytes.default(512 * MIB),
  retryInitial: duration('1m'),
  retryMax: duration('6h'),
  storages: z.array(storageSchema).default([]),
});

/** `velero.evidence`, with the defaults filled in. */
export type EvidenceConfig = z.output<typeof evidenceSchema>;

/** How one bucket is reached from the portal. */
export type EvidenceStorageConfig = z.output<typeof storageSchema>;
