import { ApprovalFactor } from '@appgear/backstage-plugin-velero-common';
import { standsGuard } from './People';

const factor = (group: string, workspace?: string): ApprovalFactor => ({
  id: workspace ? `owners:${group}` : group,
  groups: [group],
  count: 1,
  rules: ['every restore'],
  ...(workspace && { workspace }),
});
const approvers = factor('group:default/approvers');
const owners = factor('group:default/team', 'shop');
const ana = new Set(['user:default/ana', 'group:default/approvers']);
const dora = new Set(['user:default/dora', 'group:default/team']);

describe('who judges a break-glass restore', () => {
  it('is one of the groups that the policy asks, and no owner as such', () => {
    expect(standsGuard([approvers, owners], ana)).toBe(true);
    expect(standsGuard([approvers, owners], dora)).toBe(false);
    expect(standsGuard([approvers, owners], new Set([...ana, ...dora]))).toBe(
      true,
    );
  });

  it('is an owner where the policy asks nobody else', () => {
    expect(standsGuard([owners], dora)).toBe(true);
    expect(standsGuard([owners], ana)).toBe(false);
  });

  it('is nobody whom the catalog does not know', () => {
    expect(standsGuard([approvers], undefined)).toBe(false);
  });
});
