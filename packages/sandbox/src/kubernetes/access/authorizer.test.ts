import type { NewKubeObject } from '../objects';
import { createClusterStore } from '../store/clusterStore';
import { Authorizer } from './authorizer';
import { authenticate } from './user';

const RBAC = 'rbac.authorization.k8s.io';

describe('Authorizer', () => {
  const identities = [
    { name: 'root', token: 'r', groups: ['system:masters'] },
    { name: 'plugin', token: 'p' },
    { name: 'system:serviceaccount:velero:velero', token: 'v' },
  ];
  const user = (token: string) => authenticate(`Bearer ${token}`, identities)!;
  let store: ReturnType<typeof createClusterStore>;
  let authorizer: Authorizer;

  beforeEach(() => {
    store = createClusterStore({ clock: { now: () => new Date() } });
    for (const name of ['velero', 'other']) {
      store.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    }
    authorizer = new Authorizer(store);
  });

  const rbac = (kind: string, name: string, rest: object, namespace?: string) =>
    store.create({
      apiVersion: `${RBAC}/v1`,
      kind,
      metadata: { name, namespace },
      ...rest,
    } as NewKubeObject);
  const bind = (
    kind: 'RoleBinding' | 'ClusterRoleBinding',
    role: string,
    subject: object,
    namespace?: string,
  ) =>
    rbac(
      kind,
      `${role}-binding`,
      {
        roleRef: {
          apiGroup: RBAC,
          kind: namespace && role.startsWith('own') ? 'Role' : 'ClusterRole',
          name: role,
        },
        subjects: [subject],
      },
      namespace,
    );
  const may = (
    token: string,
    verb: string,
    resource: string,
    namespace?: string,
    name?: string,
  ) => {
    const [plain, subresource] = resource.split('/');
    return authorizer.decide(user(token), {
      verb,
      group: '',
      resource: plain,
      subresource,
      namespace,
      name,
    }).allowed;
  };

  it('knows who holds a token, and nobody else', () => {
    expect(authenticate('Bearer p', identities)).toEqual({
      name: 'plugin',
      groups: ['system:authenticated'],
    });
    expect(user('v').groups).toEqual([
      'system:serviceaccounts',
      'system:serviceaccounts:velero',
      'system:authenticated',
    ]);
    expect(authenticate('Bearer wrong', identities)).toBeUndefined();
    expect(authenticate('Basic p', identities)).toBeUndefined();
    expect(authenticate(undefined, identities)?.name).toBe('system:anonymous');
  });

  it('allows nothing without a binding, and everything to masters', () => {
    expect(may('p', 'get', 'pods', 'velero')).toBe(false);
    expect(may('r', 'delete', 'nodes')).toBe(true);
  });

  it('a ClusterRoleBinding holds everywhere, at once and until it is gone', () => {
    rbac('ClusterRole', 'reader', {
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }],
    });
    expect(may('p', 'list', 'pods')).toBe(false);
    bind('ClusterRoleBinding', 'reader', { kind: 'User', name: 'plugin' });
    expect(may('p', 'list', 'pods')).toBe(true);
    expect(may('p', 'get', 'pods', 'other')).toBe(true);
    expect(may('p', 'delete', 'pods', 'other')).toBe(false);
    expect(may('p', 'get', 'pods/log', 'other')).toBe(false);
    expect(may('p', 'list', 'secrets', 'other')).toBe(false);

    const bindings = store.resourceType('clusterrolebindings', RBAC)!;
    store.delete(bindings, 'reader-binding');
    expect(may('p', 'list', 'pods')).toBe(false);
  });

  it('a RoleBinding holds in its namespace, also for a ClusterRole', () => {
    rbac('ClusterRole', 'reader', {
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['*'] }],
    });
    bind('RoleBinding', 'reader', { kind: 'User', name: 'plugin' }, 'velero');
    expect(may('p', 'get', 'pods', 'velero')).toBe(true);
    expect(may('p', 'get', 'pods', 'other')).toBe(false);
    expect(may('p', 'list', 'pods')).toBe(false);
  });

  it('resourceNames hold for named requests alone', () => {
    rbac(
      'Role',
      'own-secret',
      {
        rules: [
          {
            apiGroups: [''],
            resources: ['secrets'],
            resourceNames: ['mine'],
            verbs: ['get', 'list'],
          },
        ],
      },
      'velero',
    );
    bind(
      'RoleBinding',
      'own-secret',
      { kind: 'ServiceAccount', name: 'velero', namespace: 'velero' },
      'velero',
    );
    expect(may('v', 'get', 'secrets', 'velero', 'mine')).toBe(true);
    expect(may('v', 'get', 'secrets', 'velero', 'yours')).toBe(false);
    expect(may('v', 'list', 'secrets', 'velero')).toBe(false);
  });

  it('subresources are granted by name or by star', () => {
    rbac('ClusterRole', 'logs', {
      rules: [
        { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
        { apiGroups: [''], resources: ['*/scale'], verbs: ['get'] },
      ],
    });
    bind('ClusterRoleBinding', 'logs', {
      kind: 'Group',
      name: 'system:authenticated',
    });
    expect(may('p', 'get', 'pods/log', 'velero')).toBe(true);
    expect(may('p', 'get', 'replicationcontrollers/scale', 'velero')).toBe(
      true,
    );
    expect(may('p', 'get', 'pods', 'velero')).toBe(false);
  });

  it('paths are open as in a bare cluster', () => {
    const path = (token: string, wanted: string) =>
      authorizer.decide(user(token), { verb: 'get', path: wanted }).allowed;
    expect(path('p', '/apis/velero.io/v1')).toBe(true);
    expect(path('p', '/metrics')).toBe(false);
    expect(path('r', '/metrics')).toBe(true);
    const anonymous = authenticate(undefined, identities)!;
    const decide = (wanted: string) =>
      authorizer.decide(anonymous, { verb: 'get', path: wanted }).allowed;
    expect(decide('/readyz')).toBe(true);
    expect(decide('/apis')).toBe(false);
  });
});
