/** For tests: `velero.fleet` with everything that waits made short. */
export const impatientFleet = {
  requestTimeout: '2s',
  watchSilence: '1s',
  heartbeatInterval: '200ms',
  heartbeatTimeout: '500ms',
  backoffInitial: '50ms',
  backoffMax: '300ms',
};
