import type { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';
import { fromRestoreSpec } from './fromRestoreSpec';
import { RestoreDraft } from './RestoreDraft';

/** A draft of what a request asks for, to be changed and to take its place. */
export function fromRequest(
  request: Pick<
    RestoreRequestDetail,
    'id' | 'cluster' | 'spec' | 'reason' | 'ticketUrl' | 'notBefore'
  >,
): RestoreDraft {
  return {
    ...fromRestoreSpec(request.cluster, request.spec),
    reason: request.reason,
    ticketUrl: request.ticketUrl ?? '',
    notBefore: request.notBefore ?? '',
    supersedes: request.id,
  };
}
