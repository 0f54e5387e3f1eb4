import { ClusterRole } from '../api/clusters';
import { PointGrade } from '../protection';

/**
 * What a target namespace is at the moment of asking.
 *
 * - `new`: it does not exist yet; Velero creates it
 * - `living`: it exists, under the name it was backed up from
 * - `mapped`: it exists, under another name than it was backed up from
 *
 * @public
 */
export type RestoreTargetKind = 'new' | 'living' | 'mapped';

/**
 * What makes one restore more dangerous than another: what the policy's rules
 * look at, and what an approver is shown first.
 *
 * @public
 */
export interface RestoreRisks {
  /** Distinct, sorted. */
  targets: RestoreTargetKind[];
  /** Living objects will be patched (`existingResourcePolicy: update`). */
  overwrite: boolean;
  /** Objects without a namespace are created or patched. */
  clusterScoped: boolean;
  /** Objects of one tenant go into a namespace of another. */
  tenantCrossing: boolean;
  /** The platform's own namespaces are touched: workspace `global`. */
  platform: boolean;
  /** The namespace that Velero itself runs in is touched. */
  veleroNamespace: boolean;
  /** Objects that the gate rests on are touched: its admission policy, its identity's rights. */
  gateObjects: boolean;
  secrets: boolean;
  /** Commands will run in restored pods, by the spec or by the pods' own annotations. */
  hooks: boolean;
  /** Of the target cluster. */
  clusterRole: ClusterRole;
  /** Milliseconds from the backup's start to the moment of asking. */
  pointAgeMs: number;
  /** What the point is worth: the worst grade for a workspace touched. */
  grade: PointGrade;
  /** Ids of the workspaces whose objects come out of the backup or whose namespaces they go into; sorted. */
  workspaces: string[];
  /** Namespaces of no workspace are among them: a right on workspaces does not reach there. Absent: none. */
  beyondWorkspaces?: boolean;
  /** Sorted. */
  tenants: string[];
}
