import { VeleroWorkspaceFilter } from '@appgear/backstage-plugin-velero-node';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { Workspace, WorkspaceDirectory } from '../workspaces';
import { workspaceRules } from './rules';
import { ConditionalSight } from './Sight';

const { isWorkspaceOwner, hasTenant } = workspaceRules;

const owns = (...claims: string[]) => isWorkspaceOwner.toQuery({ claims });
const of = (...tenants: string[]) => hasTenant.toQuery({ tenants });

const workspaces = [
  { id: 'a', owner: 'group:default/a', tenant: 't1' },
  { id: 'b', owner: 'group:default/b', tenant: 't1' },
  { id: 'free', owner: undefined, tenant: undefined },
] as Workspace[];

function seen(criteria: PermissionCriteria<VeleroWorkspaceFilter>): string[] {
  const directory = { version: 1, all: () => workspaces };
  const sight = new ConditionalSight(
    criteria,
    directory as Partial<WorkspaceDirectory> as WorkspaceDirectory,
  );
  return workspaces.map(({ id }) => id).filter(id => sight.sees(id));
}

describe('ConditionalSight', () => {
  it('sees what one of the claims owns, whatever the case', () => {
    expect(seen(owns('Group:default/A', 'user:default/x'))).toEqual(['a']);
    expect(seen(owns())).toEqual([]);
  });

  it('sees tenants', () => {
    expect(seen(of('t1'))).toEqual(['a', 'b']);
    expect(seen(of())).toEqual([]);
  });

  it('combines rules', () => {
    const a = owns('group:default/a');
    const b = owns('group:default/b');
    expect(seen({ anyOf: [a, b] })).toEqual(['a', 'b']);
    expect(seen({ allOf: [of('t1'), b] })).toEqual(['b']);
    expect(seen({ not: a })).toEqual(['b', 'free']);
    expect(seen({ allOf: [of('t1'), { not: a }] })).toEqual(['b']);
  });

  it('knows nothing of workspaces that are not there', () => {
    const sight = new ConditionalSight({ not: owns() }, {
      version: 1,
      all: () => [],
    } as Partial<WorkspaceDirectory> as WorkspaceDirectory);
    expect(sight.sees('a')).toBe(false);
  });
});

describe('the rules', () => {
  it.each(workspaces)('decide on $id alike, one by one and in lists', one => {
    const resource = { id: one.id, owner: one.owner, tenant: one.tenant };
    const claims = ['group:default/a'];
    const tenants = ['t1'];
    expect(isWorkspaceOwner.apply(resource, { claims })).toBe(
      seen(owns(...claims)).includes(one.id),
    );
    expect(hasTenant.apply(resource, { tenants })).toBe(
      seen(of(...tenants)).includes(one.id),
    );
  });
});
