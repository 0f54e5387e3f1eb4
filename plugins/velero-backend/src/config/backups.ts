import { z } from 'zod';
import { duration } from './duration';

/** `velero.backups`: what the portal may write beside restores. Nothing, unless it is switched on. Durations are milliseconds. */
export const backupsSchema = z.strictObject({
  onDemand: z
    .strictObject({
      enabled: z.boolean().default(false),
      maxTtl: duration('30d'),
      snapshotMoveData: z.boolean().default(true),
    })
    .prefault({}),
  enablement: z
    .strictObject({ enabled: z.boolean().default(false) })
    .prefault({}),
});

/** `velero.backups`, with the defaults filled in. */
export type BackupsConfig = z.output<typeof backupsSchema>;
