import { ConfigReader } from '@backstage/config';
import { grantsFor, readRoles } from './roles';

const roles = readRoles(
  new ConfigReader({
    permission: {
      roles: [
        {
          name: 'everyone',
          groups: ['*'],
          allow: ['catalog.entity.read'],
          allowOnOwnedWorkspaces: ['velero.workspace.read'],
          allowOnOwnTasks: ['scaffolder.task.read'],
        },
        {
          name: 'operators',
          groups: ['group:default/appgear-dr-operators'],
          allow: ['velero.*.read'],
        },
      ],
    },
  }),
);

describe('roles', () => {
  it('gives everyone the role of *, and nothing else', () => {
    const grants = grantsFor(roles, ['user:default/dora.dev']);
    expect(grants.allows('catalog.entity.read')).toBe(true);
    expect(grants.allows('velero.workspace.read')).toBe(false);
    expect(grants.allowsOnOwnedWorkspaces('velero.workspace.read')).toBe(true);
    expect(grants.allowsOnOwnedWorkspaces('velero.backup.read')).toBe(false);
    expect(grants.allows('scaffolder.task.read')).toBe(false);
    expect(grants.allowsOnOwnTasks('scaffolder.task.read')).toBe(true);
    expect(grants.allowsOnOwnTasks('scaffolder.task.cancel')).toBe(false);
  });

  it('adds the roles of a group, whatever the case of its name', () => {
    const grants = grantsFor(roles, ['Group:Default/AppGear-DR-Operators']);
    expect(grants.allows('velero.backup.read')).toBe(true);
  });

  it('lets * stand for a part, never for a prefix or suffix of the name', () => {
    const grants = grantsFor(roles, ['group:default/appgear-dr-operators']);
    expect(grants.allows('velero.restore.request')).toBe(false);
    expect(grants.allows('velero.backup.read.secretly')).toBe(false);
    expect(grants.allows('xvelero.backup.read')).toBe(false);
  });

  it('denies everything when no roles are configured', () => {
    const grants = grantsFor(readRoles(new ConfigReader({})), ['*']);
    expect(grants.allows('catalog.entity.read')).toBe(false);
  });

  it('names the path of a bad entry', () => {
    expect(() =>
      readRoles(
        new ConfigReader({
          permission: { roles: [{ name: 'x', groups: [], allowed: ['y'] }] },
        }),
      ),
    ).toThrow(/permission\.roles\.0\.groups.*permission\.roles\.0/s);
  });
});
