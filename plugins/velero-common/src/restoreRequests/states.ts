/**
 * Where a restore request stands.
 *
 * - `pending`: waits for votes
 * - `approved`: every factor is filled; waits for its time and a free worker
 * - `executing`: a worker has it; the Restore exists or is about to
 * - `succeeded`, `partiallyFailed`, `failed`: what Velero made of it
 * - `rejected`: somebody vetoed
 * - `cancelled`: withdrawn
 * - `expired`: not approved, or not executed, in time; silence is a no
 * - `invalidated`: what was approved is no longer what would be done
 *
 * @public
 */
export type RestoreRequestState =
  | 'pending'
  | 'approved'
  | 'executing'
  | RestoreRequestEndState;

/** No request ever leaves one of these. @public */
export type RestoreRequestEndState =
  | 'succeeded'
  | 'partiallyFailed'
  | 'failed'
  | 'rejected'
  | 'cancelled'
  | 'expired'
  | 'invalidated';

/** @public */
export const RESTORE_REQUEST_END_STATES: readonly RestoreRequestEndState[] = [
  'succeeded',
  'partiallyFailed',
  'failed',
  'rejected',
  'cancelled',
  'expired',
  'invalidated',
];

/** @public */
export const RESTORE_REQUEST_STATES: readonly RestoreRequestState[] = [
  'pending',
  'approved',
  'executing',
  ...RESTORE_REQUEST_END_STATES,
];

/** Whether a request in this state is over, for good or ill. @public */
export function hasEnded(
  state: RestoreRequestState,
): state is RestoreRequestEndState {
  return (RESTORE_REQUEST_END_STATES as readonly string[]).includes(state);
}
