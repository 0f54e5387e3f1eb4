import type { RestoreSpec } from '@appgear/backstage-plugin-velero-common';
import { RestoreDraft } from './draft';

/** Names a question, so that an answer to another one is not taken for it. */
export function questionOf(
  cluster: string | undefined,
  spec: RestoreSpec,
): string {
  return JSON.stringify([cluster, spec]);
}

/** Digest of what the reader was shown of exactly this restore; undefined before. */
export function seenDigest(
  { seen }: RestoreDraft,
  cluster: string | undefined,
  spec: RestoreSpec,
): string | undefined {
  return seen?.of === questionOf(cluster, spec) ? seen.digest : undefined;
}
