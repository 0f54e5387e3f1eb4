import type { RestoreRequestSummary } from '@appgear/backstage-plugin-velero-common';

/** The clock that runs on a request, if one does. */
export interface Deadline {
  /** ISO 8601. */
  at: string;
  /** What has to be done by then. */
  to: 'approve' | 'execute';
}

/** When a request ends by itself unless something happens. */
export function deadlineOf(
  request: Pick<
    RestoreRequestSummary,
    'state' | 'approveBefore' | 'executeBefore'
  >,
): Deadline | undefined {
  if (request.state === 'pending') {
    return { at: request.approveBefore, to: 'approve' };
  }
  if (request.state === 'approved' && request.executeBefore) {
    return { at: request.executeBefore, to: 'execute' };
  }
  return undefined;
}
