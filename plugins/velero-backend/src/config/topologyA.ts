import { z } from 'zod';
import { duration } from './duration';

const text = z.string().min(1);

/** A path, or an address that is fetched; a typing error in an address must not be taken for a path. */
const manifest = text
  .refine(
    value => !value.includes('://') || /^https?:\/\//i.test(value),
    'must be the path of a file, or an http or https address',
  )
  .refine(
    value => !URL.canParse(value) || new URL(value).username === '',
    'must be an address without a user name',
  );

/** `velero.topologyA`: Docker hosts whose manifests are shown. Durations are milliseconds. */
export const topologyASchema = z.strictObject({
  hosts: z
    .array(z.strictObject({ name: text.max(63), manifest }))
    .default([])
    .refine(
      hosts => new Set(hosts.map(({ name }) => name)).size === hosts.length,
      'two hosts have the same name',
    ),
  every: duration('5m'),
  staleAfter: duration('26h'),
});

/** `velero.topologyA`, with the defaults filled in. */
export type TopologyAConfig = z.output<typeof topologyASchema>;
