import type {
  ComplianceQuery,
  ComplianceReport,
  ComplianceRow,
} from '@appgear/backstage-plugin-velero-common';
import { workspaces } from './workspaces';

/** A report in which every other workspace had a gap. */
export function compliance(
  query: Omit<ComplianceQuery, 'format'>,
): ComplianceReport {
  const known = (Date.parse(query.to) - Date.parse(query.from)) / 1000;
  const rows = workspaces()
    .filter(({ tenant }) => !query.tenant || tenant === query.tenant)
    .filter(({ id }) => !query.workspace || id === query.workspace)
    .map(({ id, title, tenant, owner, protection }, index): ComplianceRow => {
      const gap = index % 2 === 0 ? 0 : Math.round(known / (index + 3));
      return {
        workspace: id,
        title,
        tenant,
        owner,
        verdict: protection?.verdict,
        protectedSeconds: known - gap,
        knownSeconds: known,
        protectedPercent: Math.floor((1000 * (known - gap)) / known) / 10,
        longestGapSeconds: gap,
        seconds: { protected: known - gap, ...(gap > 0 && { partial: gap }) },
      };
    });
  return {
    from: query.from,
    to: query.to,
    generatedAt: new Date().toISOString(),
    rows,
  };
}
