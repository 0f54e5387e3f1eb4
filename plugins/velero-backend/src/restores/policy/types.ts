import {
  ClusterRole,
  PointGrade,
  Problem,
  RestoreTargetKind,
} from '@appgear/backstage-plugin-velero-common';

/**
 * When a rule applies: every condition that is given must hold. None given
 * means always.
 */
export interface RuleConditions {
  /** At least one target namespace is of one of these kinds. */
  target?: RestoreTargetKind[];
  overwrite?: boolean;
  clusterScoped?: boolean;
  tenantCrossing?: boolean;
  platform?: boolean;
  veleroNamespace?: boolean;
  gateObjects?: boolean;
  secrets?: boolean;
  hooks?: boolean;
  clusterRole?: ClusterRole[];
  /** The recovery point is older than this. */
  pointOlderThanMs?: number;
  /** What the recovery point is worth. */
  grade?: PointGrade[];
  /** At least one of the workspaces touched. */
  workspaces?: string[];
  /** At least one of the tenants touched. */
  tenants?: string[];
}

/** People of a group, or owners of every workspace touched. */
export type RuleRequirement =
  | { group: string; count: number }
  | { owners: true; count: number };

export interface PolicyRule {
  name: string;
  when: RuleConditions;
  /** Turned down, with these words for the requester. */
  refuse?: string;
  require: RuleRequirement[];
}

export interface RestorePolicy {
  rules: PolicyRule[];
}

/** What a policy makes of a restore. */
export type PolicyDecision =
  | { refused: Problem[] }
  | { refused?: undefined; factors: PolicyFactor[]; rules: string[] };

/** A factor before it is known who fills it. */
export interface PolicyFactor {
  id: string;
  groups: string[];
  workspace?: string;
  count: number;
  rules: string[];
}
