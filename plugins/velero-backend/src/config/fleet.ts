import { z } from 'zod';
import { duration } from './duration';

/** `velero.fleet`: how the clusters are read. Durations are milliseconds. */
export const fleetSchema = z.strictObject({
  pageSize: z.number().int().min(1).max(5000).default(500),
  requestTimeout: duration('30s'),
  watchTimeout: duration('5m'),
  watchSilence: duration('90s'),
  heartbeatInterval: duration('15s'),
  heartbeatTimeout: duration('10s'),
  backoffInitial: duration('1s'),
  backoffMax: duration('30s'),
  missedRunGrace: duration('15m'),
});

/** `velero.fleet`, with the defaults filled in. */
export type FleetConfig = z.output<typeof fleetSchema>;
