import { eventually } from '../wire/eventually';
import { openWorkspace, type Workspace } from './workspace';

jest.setTimeout(60_000);

describe('Kubernetes: built-in kinds', () => {
  let workspace: Workspace;
  let core: string;

  beforeAll(async () => {
    workspace = await openWorkspace();
    core = `/api/v1/namespaces/${workspace.namespace}`;
  });

  afterAll(() => workspace.close());

  const pod = (name: string, rest: object = {}) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: { containers: [{ name: 'c', image: 'i' }] },
    ...rest,
  });

  it('a namespace is labelled with its own name, and active', async () => {
    const { body } = await workspace.wire.get(core);
    expect(body).toMatchObject({
      metadata: {
        labels: { 'kubernetes.io/metadata.name': workspace.namespace },
      },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
  });

  it('a namespace gets its default account and the cluster’s authority', async () => {
    await eventually(
      'the default ServiceAccount',
      () => workspace.wire.get(`${core}/serviceaccounts/default`),
      ({ status }) => status === 200,
    );
    const authority = await eventually(
      'kube-root-ca.crt',
      () => workspace.wire.get(`${core}/configmaps/kube-root-ca.crt`),
      ({ status }) => status === 200,
    );
    expect(authority.body.data['ca.crt']).toMatch(/^-----BEGIN CERTIFICATE/);
  });

  it('status is written only through …/status', async () => {
    const { body } = await workspace.wire.post(
      `${core}/pods`,
      pod('p1', { status: { phase: 'Running' } }),
    );
    expect(body.status.phase).toBe('Pending');
    const main = await workspace.wire.mergePatch(`${core}/pods/p1`, {
      metadata: { labels: { a: 'b' } },
      status: { phase: 'Running' },
    });
    expect(main.body.metadata.labels).toEqual({ a: 'b' });
    expect(main.body.status.phase).toBe('Pending');
    const sub = await workspace.wire.mergePatch(`${core}/pods/p1/status`, {
      status: { phase: 'Running' },
    });
    expect(sub.status).toBe(200);
    expect(sub.body.status.phase).toBe('Running');
  });

  it('pods are selected by phase, other kinds are not', async () => {
    await workspace.wire.post(`${core}/pods`, pod('p2'));
    const pods = await workspace.wire.get(
      `${core}/pods?fieldSelector=status.phase%3DPending`,
    );
    expect(pods.body.items.map((item: any) => item.metadata.name)).toContain(
      'p2',
    );
    const services = await workspace.wire.get(
      `${core}/configmaps?fieldSelector=data.a%3Db`,
    );
    expect(services.status).toBe(400);
    expect(services.body.message).toContain('data.a');
  });

  it('kind and apiVersion may be left to the path', async () => {
    const { status, body } = await workspace.wire.post(`${core}/configmaps`, {
      metadata: { name: 'c1' },
      data: { a: '1' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ apiVersion: 'v1', kind: 'ConfigMap' });
  });

  it('stringData of a Secret becomes data', async () => {
    const { body } = await workspace.wire.post(`${core}/secrets`, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's1' },
      stringData: { user: 'dora' },
    });
    expect(body.data).toEqual({ user: 'ZG9yYQ==' });
    expect(body.stringData).toBeUndefined();
    expect(body.type).toBe('Opaque');
  });

  it('unknown fields are dropped with a warning, wrong types refused', async () => {
    const unknown = await workspace.wire.post(`${core}/configmaps`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'c2', colour: 'red' },
      datum: {},
    });
    expect(unknown.status).toBe(201);
    expect(unknown.headers.warning?.split(', ').sort()).toEqual([
      '299 - "unknown field \\"datum\\""',
      '299 - "unknown field \\"metadata.colour\\""',
    ]);
    const wrong = await workspace.wire.post(`${core}/configmaps`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'c3' },
      data: { a: 1 },
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body.message).toBe(
      'ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go struct field ConfigMap.data of type string',
    );
  });

  it('may be updated without a version', async () => {
    await workspace.wire.post(`${core}/configmaps`, {
      metadata: { name: 'c4' },
      data: { a: '1' },
    });
    const { status, body } = await workspace.wire.put(`${core}/configmaps/c4`, {
      metadata: { name: 'c4' },
      data: { a: '2' },
    });
    expect(status).toBe(200);
    expect(body.data).toEqual({ a: '2' });
  });

  it('count generations only where there is something to reconcile', async () => {
    const configMap = await workspace.wire.post(`${core}/configmaps`, {
      metadata: { name: 'c5' },
    });
    expect(configMap.body.metadata.generation).toBeUndefined();
    const created = await workspace.wire.post(
      `/apis/apps/v1/namespaces/${workspace.namespace}/deployments`,
      {
        metadata: { name: 'd1' },
        spec: {
          selector: { matchLabels: { a: 'b' } },
          template: {
            metadata: { labels: { a: 'b' } },
            spec: { containers: [{ name: 'c', image: 'i' }] },
          },
        },
      },
    );
    expect(created.body.metadata.generation).toBe(1);
    expect(created.body.spec.replicas).toBe(1);
  });

  it('a claim waits for its volume', async () => {
    const { body } = await workspace.wire.post(
      `${core}/persistentvolumeclaims`,
      {
        metadata: { name: 'v1' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '1Gi' } },
        },
      },
    );
    expect(body.spec.volumeMode).toBe('Filesystem');
    expect(body.status).toEqual({ phase: 'Pending' });
  });

  it('status is neither created nor deleted', async () => {
    const { status } = await workspace.wire.post(
      `${core}/pods/p1/status`,
      pod('p1'),
    );
    expect(status).toBe(405);
  });

  it('are not created across namespaces', async () => {
    const { status, body } = await workspace.wire.post(
      '/api/v1/pods',
      pod('p3'),
    );
    expect(status).toBe(405);
    expect(body.reason).toBe('MethodNotAllowed');
  });
});
