import type { RestoreResult } from '@appgear/backstage-plugin-velero-common';
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
