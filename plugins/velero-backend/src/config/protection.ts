import { z } from 'zod';
import { DEFAULT_POLICY, ProtectionPolicy } from '../protection/policy';
import { duration } from './duration';
import { entityRef } from './workspaces';

const text = z.string().min(1);
const { rpo, shrinkRatio } = DEFAULT_POLICY;

/** `velero.protection`: what counts as protected, and how the truth is looked for. Durations are milliseconds. */
export const protectionSchema = z.strictObject({
  rpo: z
    .strictObject({
      default: duration('26h'),
      tiers: z.record(text, duration('26h')).default({}),
      annotation: text.default(rpo.annotation),
      tierLabel: text.default(rpo.tierLabel),
    })
    .prefault({}),
  durableSnapshots: z.array(text).default([]),
  exemptKinds: z.array(text).default([]),
  locationTrust: duration('1h'),
  expiryWarning: duration('7d'),
  shrinkRatio: z.number().min(0).max(1).default(shrinkRatio),
  inventoryInterval: duration('30m'),
  notifications: z
    .strictObject({
      enabled: z.boolean().default(true),
      settleFor: duration('5m'),
      platform: entityRef.optional(),
    })
    .prefault({}),
});

/** `velero.protection`, with the defaults filled in. */
export type ProtectionConfig = z.output<typeof protectionSchema>;

export function policyOf(config: ProtectionConfig): ProtectionPolicy {
  const { inventoryInterval, notifications, ...policy } = config;
  return policy;
}
