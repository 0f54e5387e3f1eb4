import { z } from 'zod';
import { duration } from './duration';

/** `velero.protection`: what counts as protected, and how the truth is looked for. Durations are milliseconds. */
export const protectionSchema = z.strictObject({
  inventoryInterval: duration('30m'),
});

/** `velero.protection`, with the defaults filled in. */
export type ProtectionConfig = z.output<typeof protectionSchema>;
