import { RestoreRisks } from '@appgear/backstage-plugin-velero-common';
import { RuleConditions } from './types';

type Condition = keyof RuleConditions;

/** One test per condition; a missing entry is a compile error. */
const tests: {
  [K in Condition]-?: (
    risks: RestoreRisks,
    wanted: NonNullable<RuleConditions[K]>,
  ) => boolean;
} = {
  target: (risks, wanted) => meet(risks.targets, wanted),
  overwrite: (risks, wanted) => risks.overwrite === wanted,
  clusterScoped: (risks, wanted) => risks.clusterScoped === wanted,
  tenantCrossing: (risks, wanted) => risks.tenantCrossing === wanted,
  platform: (risks, wanted) => risks.platform === wanted,
  veleroNamespace: (risks, wanted) => risks.veleroNamespace === wanted,
  gateObjects: (risks, wanted) => risks.gateObjects === wanted,
  secrets: (risks, wanted) => risks.secrets === wanted,
  hooks: (risks, wanted) => risks.hooks === wanted,
  clusterRole: (risks, wanted) => wanted.includes(risks.clusterRole),
  pointOlderThanMs: (risks, wanted) => risks.pointAgeMs > wanted,
  grade: (risks, wanted) => wanted.includes(risks.grade),
  workspaces: (risks, wanted) => meet(risks.workspaces, wanted),
  tenants: (risks, wanted) => meet(risks.tenants, wanted),
};

/** Whether every condition of a rule holds. */
export function ruleMatches(
  when: RuleConditions,
  risks: RestoreRisks,
): boolean {
  return (Object.keys(when) as Condition[]).every(condition => {
    const wanted = when[condition];
    const test = tests[condition] as (
      risks: RestoreRisks,
      wanted: unknown,
    ) => boolean;
    return wanted === undefined || test(risks, wanted);
  });
}

function meet<T>(have: readonly T[], wanted: readonly T[]): boolean {
  return have.some(item => wanted.includes(item));
}
