/** The channel of `@backstage/plugin-signals-node` the backend speaks on. @public */
export const VELERO_SIGNAL_CHANNEL = 'velero';

/**
 * Sent, at most once a second, when the index changed. Holds no data of the
 * fleet: a page asks again and gets what its reader may see.
 *
 * @public
 */
export type VeleroSignal = {
  /** Rises with each change of what the backend holds. */
  version: number;
  /** Clusters that changed since the last signal. */
  clusters: string[];
};
