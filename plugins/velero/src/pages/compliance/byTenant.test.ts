import type { ComplianceRow } from '@appgear/backstage-plugin-velero-common';
import { byTenant } from './byTenant';

function row(
  tenant: string | undefined,
  protectedSeconds: number,
  knownSeconds: number,
): ComplianceRow {
  return {
    workspace: 'ws',
    title: 'ws',
    tenant,
    protectedSeconds,
    knownSeconds,
    longestGapSeconds: knownSeconds - protectedSeconds,
    seconds: {},
  };
}

describe('byTenant', () => {
  it('weighs workspaces by the time in which they were known', () => {
    const rows = [
      row(undefined, 0, 0),
      row('shop', 100, 100),
      row('shop', 0, 300),
      row('blog', 9_999, 10_000),
    ];
    expect(byTenant(rows)).toEqual([
      {
        tenant: 'blog',
        workspaces: 1,
        protectedPercent: 99.9,
        longestGapSeconds: 1,
      },
      {
        tenant: 'shop',
        workspaces: 2,
        protectedPercent: 25,
        longestGapSeconds: 300,
      },
      {
        tenant: undefined,
        workspaces: 1,
        protectedPercent: undefined,
        longestGapSeconds: 0,
      },
    ]);
  });
});
