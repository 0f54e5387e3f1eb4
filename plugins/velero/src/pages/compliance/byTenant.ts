import type { ComplianceRow } from '@appgear/backstage-plugin-velero-common';

/** How the workspaces of one tenant were protected, taken together. */
export interface TenantRow {
  /** Undefined: of no tenant. */
  tenant?: string;
  workspaces: number;
  /** From 0 to 100, of the known time of all; undefined when none was known. */
  protectedPercent?: number;
  /** Of the workspace that has the longest. */
  longestGapSeconds: number;
}

/** Rows taken together by tenant; by name, those of no tenant last. */
export function byTenant(rows: readonly ComplianceRow[]): TenantRow[] {
  const tenants = new Map<string | undefined, ComplianceRow[]>();
  for (const row of rows) {
    tenants.set(row.tenant, [...(tenants.get(row.tenant) ?? []), row]);
  }
  return [...tenants]
    .map(([tenant, own]) => ({
      tenant,
      workspaces: own.length,
      protectedPercent: percentOf(own),
      longestGapSeconds: Math.max(
        ...own.map(({ longestGapSeconds }) => longestGapSeconds),
      ),
    }))
    .sort((a, b) => order(a).localeCompare(order(b)));
}

/** Rounded down: only what was always protected is 100. */
function percentOf(rows: ComplianceRow[]): number | undefined {
  const sum = (pick: (row: ComplianceRow) => number) =>
    rows.reduce((total, row) => total + pick(row), 0);
  const known = sum(row => row.knownSeconds);
  return known > 0
    ? Math.floor((1000 * sum(row => row.protectedSeconds)) / known) / 10
    : undefined;
}

function order({ tenant }: TenantRow): string {
  return tenant === undefined ? '1' : `0${tenant}`;
}
