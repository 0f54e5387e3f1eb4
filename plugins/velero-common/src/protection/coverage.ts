import type { MissReason, SelectionProblem } from '../selection';
import type { KindCount } from './contents';

/**
 * How a backup would save a volume's data.
 *
 * - `stored`: in its storage
 * - `snapshot`: in a snapshot that outlives the cluster, by the configuration
 * - `local`: in a snapshot beside the volume
 * - `notSaved`: not at all
 * - `notHeld`: not even the claim would be held
 * - `unknown`: depends on what the portal cannot see
 *
 * @public
 */
export type VolumeForecast =
  | 'stored'
  | 'snapshot'
  | 'local'
  | 'notSaved'
  | 'notHeld'
  | 'unknown';

/** @public */
export interface ForecastVolume {
  claim: string;
  forecast: VolumeForecast;
  driver?: string;
  bytes?: number;
}

/** Objects that count and would not be held, for one reason. @public */
export interface MissedKinds {
  why: MissReason;
  kinds: KindCount[];
}

/**
 * - `all`: everything that counts would be held, its volumes' data in the storage
 * - `part`: something would be lost
 * - `nothing`: nothing that counts would be held
 * - `nothingLives`: there is nothing that counts
 * - `unknown`: it is not known what lives there, or how its volumes would be saved
 *
 * @public
 */
export type CoverageOutcome =
  | 'all'
  | 'part'
  | 'nothing'
  | 'nothingLives'
  | 'unknown';

/** What a backup would hold of one namespace. @public */
export interface NamespaceCoverage {
  namespace: string;
  workspace: string;
  outcome: CoverageOutcome;
  /** Objects that count: how many would be held, of how many. */
  held: number;
  total: number;
  /** The most first. */
  missed: MissedKinds[];
  volumes: ForecastVolume[];
  /** Left out by `velero.io/exclude-from-backup`: somebody wants it so. */
  excluded: KindCount[];
}

/** What a backup by a template would hold of a cluster, before it runs. @public */
export interface CoverageSimulation {
  veleroVersion: string;
  /** What would go wrong with the backup as a whole; when one is `invalid`, nothing is held. */
  problems: SelectionProblem[];
  /** Of workspaces only; by workspace, then name. */
  namespaces: NamespaceCoverage[];
}

/**
 * One change to a template, as data.
 *
 * - `dropSelector`: it selects single objects by their own labels, not workspaces
 * - `listNamespaces`: by name, since this Velero takes patterns by the letter
 * - `usePattern`: follows namespaces that come later
 * - `keepNamespaces`: named ones are no longer excluded
 * - `keepKinds`: named kinds are no longer excluded, or are included as well
 * - `moveSnapshotData`: needs a node agent in the cluster
 * - `copyVolumes`: `defaultVolumesToFsBackup`, for volumes that cannot be snapshotted; needs a node agent
 * - `snapshotVolumes`: snapshots are no longer switched off
 *
 * @public
 */
export interface TemplateChange {
  code:
    | 'dropSelector'
    | 'listNamespaces'
    | 'usePattern'
    | 'keepNamespaces'
    | 'keepKinds'
    | 'moveSnapshotData'
    | 'copyVolumes'
    | 'snapshotVolumes';
  /** The namespaces, patterns or kinds it is about. */
  names: string[];
}

/** A change for the repository that a schedule lives in. @public */
export interface SchedulePatch {
  changes: TemplateChange[];
  /** The manifest before and after, YAML. */
  before: string;
  after: string;
  /** Unified diff of the two. */
  diff: string;
  /** What the changed schedule would hold. */
  simulation: CoverageSimulation;
}
