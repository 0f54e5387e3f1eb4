/**
 * Names of the rules that hold where a portal configures none. Pages say them
 * in the reader's language; names that a portal gives are its own.
 *
 * @public
 */
export const DEFAULT_RULE_NAMES = [
  'every restore',
  'into what is alive',
  'overwriting what is alive',
  'cluster-scoped objects',
  'the platform itself',
  'a point that is not proven',
  'an old point into production',
  "Velero's own namespace",
  'what the gate rests on',
] as const;

/** @public */
export type DefaultRuleName = (typeof DEFAULT_RULE_NAMES)[number];
