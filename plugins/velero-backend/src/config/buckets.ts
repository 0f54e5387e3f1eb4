import { z } from 'zod';
import { duration } from './duration';
import { address } from './evidence';
import { memberName } from './memberName';

const text = z.string().min(1);

/** One entry of `velero.buckets`: a bucket that the portal reads by itself. Durations are milliseconds. */
export const bucketSchema = z
  .strictObject({
    name: memberName,
    title: text.optional(),
    provider: z.literal('aws').default('aws'),
    bucket: text.regex(/^[^/]+$/, 'must be a name; a folder in it is prefix'),
    prefix: text.optional(),
    region: text.default('us-east-1'),
    s3Url: address.optional(),
    endpoint: address.optional(),
    forcePathStyle: z.boolean().optional(),
    accessKeyId: text.optional(),
    secretAccessKey: text.optional(),
    caFile: text.optional(),
    every: duration('5m'),
  })
  .check(({ value, issues }) => {
    const keys = ['accessKeyId', 'secretAccessKey'] as const;
    const missing = keys.filter(key => value[key] === undefined);
    if (missing.length === 1) {
      issues.push({
        code: 'custom',
        // Not the entry: what is wrong must not carry the other half.
        input: undefined,
        path: missing,
        message: `is required with ${keys.find(key => key !== missing[0])}`,
      });
    }
  });

/** One entry of `velero.buckets`, with the defaults filled in. */
export type BucketConfig = z.output<typeof bucketSchema>;
