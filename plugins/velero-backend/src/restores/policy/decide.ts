import {
  says,
  Problem,
  RestoreRisks,
} from '@appgear/backstage-plugin-velero-common';
import { ruleMatches } from './matches';
import {
  PolicyDecision,
  PolicyFactor,
  PolicyRule,
  RestorePolicy,
  RuleRequirement,
} from './types';

/**
 * Risks that no general rule may wave through: a rule has to name them, or
 * the restore is refused.
 */
const NAMED_RISKS = [
  'tenantCrossing',
  'veleroNamespace',
  'gateObjects',
] as const;

/** Whom `owners` means. */
export interface Ownership {
  /** Workspace id to the entity references of its owners. */
  owners: ReadonlyMap<string, readonly string[]>;
  /** The platform's own workspace. Rules for `platform` speak for it; it has no owners of its own. */
  globalWorkspace: string;
}

/**
 * Who must consent to a restore. Matching rules add up: factors of different
 * groups are all needed, and of one group as many people as the strictest
 * rule asks for. A restore that no rule matches is refused.
 */
export function decide(
  policy: RestorePolicy,
  risks: RestoreRisks,
  ownership: Ownership,
): PolicyDecision {
  const matching = policy.rules.filter(rule => ruleMatches(rule.when, risks));
  const refused: Problem[] = [
    ...matching.flatMap(({ refuse }) => (refuse ? [{ message: refuse }] : [])),
    ...unnamedRisks(matching, risks),
  ];
  if (matching.length === 0) {
    refused.push(says('gate.noRule'));
  }
  if (refused.length > 0) return { refused };

  return {
    factors: addUp(matching, risks.workspaces, ownership),
    rules: matching.map(rule => rule.name),
  };
}

function unnamedRisks(matching: PolicyRule[], risks: RestoreRisks): Problem[] {
  return NAMED_RISKS.filter(
    risk => risks[risk] && !matching.some(({ when }) => when[risk] === true),
  ).map(risk => says(`gate.${risk}`));
}

function addUp(
  rules: PolicyRule[],
  workspaces: readonly string[],
  ownership: Ownership,
): PolicyFactor[] {
  const factors = new Map<string, PolicyFactor>();
  for (const rule of rules) {
    for (const requirement of rule.require) {
      for (const asked of factorsOf(requirement, workspaces, ownership)) {
        const known = factors.get(asked.id);
        factors.set(asked.id, {
          ...asked,
          count: Math.max(known?.count ?? 0, asked.count),
          rules: [...new Set([...(known?.rules ?? []), rule.name])],
        });
      }
    }
  }
  return [...factors.values()].filter(factor => factor.count > 0);
}

/** Workspaces with the same owners share one factor: one owner speaks for all of them. */
function factorsOf(
  requirement: RuleRequirement,
  workspaces: readonly string[],
  ownership: Ownership,
): PolicyFactor[] {
  const { count } = requirement;
  if ('group' in requirement) {
    const { group } = requirement;
    return [{ id: group, groups: [group], count, rules: [] }];
  }
  const owned = workspaces.filter(id => id !== ownership.globalWorkspace);
  return owned.map(workspace => {
    const groups = [...(ownership.owners.get(workspace) ?? [])].sort();
    return {
      id:
        groups.length > 0
          ? `owners:${groups.join(',')}`
          : `owners of ${workspace}`,
      groups,
      workspace,
      count,
      rules: [],
    };
  });
}
