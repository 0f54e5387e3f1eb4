import type {
  RestoreOutcomeSummary,
  RestoreResult,
} from '@appgear/backstage-plugin-velero-common';
import type { Tone } from '../../../components/status';

/** What a reader has to know first comes first. */
export const RESULTS: readonly RestoreResult[] = [
  'failed',
  'created',
  'updated',
  'skipped',
];

export const RESULT_TONES: Record<RestoreResult, Tone> = {
  failed: 'danger',
  created: 'success',
  updated: 'info',
  skipped: 'neutral',
};

/** Velero's own list proves that the restore did nothing. */
export function changedNothing(
  outcome: RestoreOutcomeSummary | undefined,
): boolean {
  if (!outcome?.proven || outcome.phase !== 'Completed') {
    return false;
  }
  return outcome.results.created + outcome.results.updated === 0;
}
