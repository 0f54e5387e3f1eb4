import { SEARCH_TYPE_RESTORE_REQUEST } from '@appgear/backstage-plugin-velero-common';

/** Which of search's results are ours. */
export function isRestoreRequest(result: { type: string }): boolean {
  return result.type === SEARCH_TYPE_RESTORE_REQUEST;
}
