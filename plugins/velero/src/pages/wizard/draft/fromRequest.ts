import type { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';
import { fromRestoreSpec } from './fromRestoreSpec';
import { RestoreDraft } from './RestoreDraft';

/**
 * A draft of what a request asks for, to be changed. It takes the place of
 * one that is still open; what has ended or has begun stays as it is.
 */
export function fromRequest(
  request: Pick<
    RestoreRequestDetail,
    'id' | 'state' | 'cluster' | 'spec' | 'reason' | 'ticketUrl' | 'notBefore'
  >,
): RestoreDraft {
  const { id, state } = request;
  const isOpen = state === 'pending' || state === 'approved';
  return {
    ...fromRestoreSpec(request.cluster, request.spec),
    reason: request.reason,
    ticketUrl: request.ticketUrl ?? '',
    notBefore: request.notBefore ?? '',
    ...(isOpen && { supersedes: id }),
  };
}
