/** What counts as protected. Durations are milliseconds. */
export interface ProtectionPolicy {
  rpo: RpoPolicy;
  /**
   * Snapshots that outlive the cluster though their data was not moved: CSI
   * drivers such as `ebs.csi.aws.com`, and `native` for snapshots that a
   * cloud provider's plugin takes. None by default: a snapshot in Ceph dies
   * with Ceph.
   */
  durableSnapshots: readonly string[];
  /** Kinds that need no backup here, on top of the table, as `widgets.example.io`. */
  exemptKinds: readonly string[];
  /** What a cluster said of a location counts for so long after the cluster fell silent. */
  locationTrust: number;
  /** A last proven point that goes within this time, with nothing better after it, is warned of. */
  expiryWarning: number;
  /** A point that holds a smaller share of the objects of the one before is warned of; 0 to 1. */
  shrinkRatio: number;
}

/** How old the newest proven point may be. */
export interface RpoPolicy {
  default: number;
  /** By the value of the tier label. */
  tiers: Readonly<Record<string, number>>;
  /** On namespaces: a duration of their own, such as `4h`. */
  annotation: string;
  /** On namespaces: the tier. */
  tierLabel: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A daily schedule keeps to it: a day, and two hours to run. */
export const DEFAULT_POLICY: ProtectionPolicy = {
  rpo: {
    default: 26 * HOUR,
    tiers: {},
    annotation: 'appgear.io/rpo',
    tierLabel: 'appgear.io/tier',
  },
  durableSnapshots: [],
  exemptKinds: [],
  locationTrust: HOUR,
  expiryWarning: 7 * DAY,
  shrinkRatio: 0.5,
};
