import { z } from 'zod';
import { parseDuration } from '../clock';

const duration = z.string().transform((text, context) => {
  try {
    return parseDuration(text);
  } catch (error) {
    context.addIssue((error as Error).message);
    return z.NEVER;
  }
});

/** `POST /clock`: jump ahead, or change how fast time passes; 0 stands still. */
export const clockRequest = z
  .strictObject({
    advance: duration.optional(),
    speed: z.number().min(0).max(100_000).optional(),
  })
  .refine(({ advance = 0 }) => advance >= 0, {
    path: ['advance'],
    error: 'cannot be negative: time goes forward only',
  });

/** `POST /clusters/NAME/faults`: what is not named stays as it is. */
export const clusterFaultsRequest = z.strictObject({
  latencyMs: z.number().min(0).max(600_000).optional(),
  tooManyRequestsShare: z.number().min(0).max(1).optional(),
  halfOpen: z.boolean().optional(),
  down: z.boolean().optional(),
  certificate: z.enum(['none', 'foreign', 'expired']).optional(),
  /** These happen once. */
  dropWatches: z.literal(true).optional(),
  resetConnections: z.literal(true).optional(),
  expireVersions: z.literal(true).optional(),
});

/** `POST /clusters/NAME/velero`. */
export const veleroRequest = z.strictObject({
  /** Ends it at once, and starts it again. */
  restart: z.literal(true).optional(),
  running: z.boolean().optional(),
  /** Backups whose name starts so never end. */
  hang: z.string().min(1).optional(),
  failItem: z
    .strictObject({
      operation: z.enum(['backup', 'restore']),
      namespace: z.string(),
      kind: z.string(),
      name: z.string(),
      message: z.string(),
    })
    .optional(),
  clearFaults: z.literal(true).optional(),
});

/** `POST /clusters/NAME/backups`: as `velero backup create`. */
export const backupRequest = z.strictObject({
  name: z.string().min(1).max(253),
  spec: z.looseObject({}).default({}),
});

/** `POST /clusters/NAME/schedules/SCHEDULE/run`. */
export const emptyRequest = z.strictObject({});

/** `POST /buckets/NAME/faults`: of the bucket, or of files whose key holds a text. */
export const bucketFaultsRequest = z.union([
  z.strictObject({ bucket: z.enum(['none', 'unavailable', 'forbidden']) }),
  z.strictObject({
    keyPart: z.string(),
    fault: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('missing') }),
      z.strictObject({ kind: z.literal('truncated') }),
      z.strictObject({ kind: z.literal('notGzip') }),
      z.strictObject({
        kind: z.literal('oversized'),
        bytes: z
          .number()
          .int()
          .min(1)
          .max(2 ** 33),
      }),
      z.strictObject({
        kind: z.literal('slow'),
        ms: z.number().min(1).max(600_000),
      }),
    ]),
  }),
]);
