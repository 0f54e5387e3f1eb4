import { toInventoryObject } from './fromKubernetes';

const core = (kind: string, plural: string) => ({
  group: '',
  version: 'v1',
  kind,
  plural,
  namespaced: true,
});
const metadata = {
  name: 'x',
  namespace: 'ws',
  uid: 'u1',
  creationTimestamp: '2026-01-01T00:00:00Z',
};

describe('toInventoryObject', () => {
  it('keeps what selection asks for and nothing of the contents', () => {
    const secret = {
      metadata: {
        ...metadata,
        labels: { a: 'b' },
        deletionTimestamp: '2026-01-02T00:00:00Z',
      },
      data: { password: 'c2VjcmV0' },
    };
    expect(toInventoryObject(secret, core('Secret', 'secrets'))).toEqual({
      ...core('Secret', 'secrets'),
      namespace: 'ws',
      name: 'x',
      uid: 'u1',
      createdAt: '2026-01-01T00:00:00Z',
      labels: { a: 'b' },
      terminating: true,
    });
  });

  it('follows a pod to its claims and priority class', () => {
    const pod = {
      metadata,
      spec: {
        nodeName: 'n1',
        priorityClassName: 'high',
        volumes: [
          { name: 'a', persistentVolumeClaim: { claimName: 'data' } },
          { name: 'b', emptyDir: {} },
        ],
      },
      status: { phase: 'Running' },
    };
    expect(toInventoryObject(pod, core('Pod', 'pods')).links).toEqual({
      claims: ['data'],
      priorityClass: 'high',
      running: true,
    });
  });

  it('follows a claim to its volume only when bound', () => {
    const claim = (phase: string) => ({
      metadata,
      spec: { volumeName: 'pv-1' },
      status: { phase },
    });
    const type = core('PersistentVolumeClaim', 'persistentvolumeclaims');
    expect(toInventoryObject(claim('Bound'), type).links).toEqual({
      volume: 'pv-1',
    });
    expect(toInventoryObject(claim('Lost'), type).links).toBeUndefined();
  });

  it('follows a binding to its role and service accounts', () => {
    const binding = {
      metadata: { name: 'b' },
      roleRef: { kind: 'ClusterRole', name: 'admin' },
      subjects: [
        { kind: 'ServiceAccount', namespace: 'ws', name: 'robot' },
        { kind: 'User', name: 'dora.dev' },
      ],
    };
    const type = {
      group: 'rbac.authorization.k8s.io',
      version: 'v1',
      kind: 'ClusterRoleBinding',
      plural: 'clusterrolebindings',
      namespaced: false,
    };
    expect(toInventoryObject(binding, type).links).toEqual({
      clusterRole: 'admin',
      serviceAccounts: [{ namespace: 'ws', name: 'robot' }],
    });
  });

  it('works on metadata alone', () => {
    const pod = toInventoryObject({ metadata }, core('Pod', 'pods'));
    expect(pod.name).toBe('x');
    expect(pod).not.toHaveProperty('links');
  });
});
