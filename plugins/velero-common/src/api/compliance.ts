import { z } from 'zod';
import type { Verdict } from '../protection';

/** How one workspace was protected in a span of time. @public */
export interface ComplianceRow {
  workspace: string;
  title: string;
  tenant?: string;
  /** Entity reference of the owning group. */
  owner?: string;
  /** At the end of the span; absent: it is gone. */
  verdict?: Verdict;
  /** Of the span's part in which it was known. */
  protectedSeconds: number;
  knownSeconds: number;
  /** From 0 to 100, of the known part; absent when it was never known. */
  protectedPercent?: number;
  /** The longest time without interruption in which it was not protected. */
  longestGapSeconds: number;
  /** Seconds by verdict; those that did not occur are absent. */
  seconds: Partial<Record<Verdict, number>>;
}

/** Answer of `GET /compliance` as JSON. @public */
export interface ComplianceReport {
  /** ISO 8601, UTC. */
  from: string;
  to: string;
  generatedAt: string;
  /** By id; only those that the reader may see. */
  rows: ComplianceRow[];
}

const MAX_DAYS = 400;
const DAY_MS = 86_400_000;

/** Query of `GET /compliance`. @public */
export const complianceQuerySchema = z
  .strictObject({
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }),
    workspace: z.string().max(253).optional(),
    tenant: z.string().max(253).optional(),
    format: z.enum(['json', 'csv']).default('json'),
  })
  .refine(
    ({ from, to }) => {
      const span = Date.parse(to) - Date.parse(from);
      return span > 0 && span <= MAX_DAYS * DAY_MS;
    },
    {
      error: `must be later than from, by at most ${MAX_DAYS} days`,
      path: ['to'],
    },
  );

/** @public */
export type ComplianceQuery = z.input<typeof complianceQuerySchema>;
