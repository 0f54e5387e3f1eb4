import { z } from 'zod';

/** @public */
export type LogLevel = 'debug' | 'info' | 'warning' | 'error';

/** One line of the log of a backup or a restore. @public */
export interface LogLine {
  /** ISO 8601, UTC; absent for lines that are not Velero's own. */
  at?: string;
  level?: LogLevel;
  message: string;
  /** Further fields that say what the line is about. */
  fields: Record<string, string>;
}

/** Answer of `GET /backups/:cluster/:name/logs` and `GET /restore-requests/:id/logs`. @public */
export interface BackupLog {
  lines: LogLine[];
  /** How many lines match in all, as far as the log was read. */
  total: number;
  offset: number;
  limit: number;
  /** The log is longer than what was read of it. */
  truncated: boolean;
  /** Only lines that name a namespace which the reader may see. */
  filtered: boolean;
}

/** Query of `GET /backups/:cluster/:name/logs` and `GET /restore-requests/:id/logs`. @public */
export const backupLogQuerySchema = z.strictObject({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
  /** This level and worse. */
  level: z.enum(['debug', 'info', 'warning', 'error']).default('debug'),
  /** Case-insensitive; matches any part of the line. */
  search: z.string().max(200).optional(),
});

/** @public */
export type BackupLogQuery = z.input<typeof backupLogQuerySchema>;
