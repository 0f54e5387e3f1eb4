import { request } from 'node:https';
import { eventually } from '../wire/eventually';
import { Wire } from '../wire/wire';
import { openWorkspace, type Workspace } from './workspace';

jest.setTimeout(60_000);

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const ACCESS_REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const RULES_REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';

describe('Kubernetes: access', () => {
  let workspace: Workspace;
  let plugin: Wire;
  let pluginName: string;

  beforeAll(async () => {
    workspace = await openWorkspace();
    plugin = new Wire(workspace.cluster.plugin);
    const { body } = await plugin.post(
      '/apis/authentication.k8s.io/v1/selfsubjectreviews',
      {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'SelfSubjectReview',
      },
    );
    pluginName = body.status.userInfo.username;
  });

  afterAll(() => workspace.close());

  const mayI = async (attributes: object, who = plugin) => {
    const { status, body } = await who.post(ACCESS_REVIEWS, {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: attributes },
    });
    expect(status).toBe(201);
    return body.status;
  };
  const deleteLeases = () => ({
    verb: 'delete',
    group: 'coordination.k8s.io',
    resource: 'leases',
    namespace: workspace.namespace,
  });

  it('knows the server by the cluster’s own authority alone', async () => {
    const untrusting = new Promise((_resolve, reject) => {
      request(`${plugin.server}/version`, { agent: false })
        .on('error', reject)
        .end();
    });
    await expect(untrusting).rejects.toMatchObject({
      code: expect.stringMatching(
        /^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY|DEPTH_ZERO_SELF_SIGNED_CERT)$/,
      ),
    });
  });

  it('a token of nobody is 401', async () => {
    const { status, body } = await plugin.get(workspace.velero('backups'), {
      Authorization: 'Bearer nobody',
    });
    expect(status).toBe(401);
    expect(body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'Unauthorized',
      reason: 'Unauthorized',
      code: 401,
    });
  });

  it('no right is 403, naming who, what and where', async () => {
    const path = `/apis/coordination.k8s.io/v1/namespaces/${workspace.namespace}/leases/x`;
    const { status, body } = await plugin.delete(path);
    expect(status).toBe(403);
    expect(body).toMatchObject({
      reason: 'Forbidden',
      message: `leases.coordination.k8s.io "x" is forbidden: User "${pluginName}" cannot delete resource "leases" in API group "coordination.k8s.io" in the namespace "${workspace.namespace}"`,
      details: { name: 'x', group: 'coordination.k8s.io', kind: 'leases' },
    });
  });

  it('no right is 403 before the server says whether the kind exists', async () => {
    const { status, body } = await plugin.get('/apis/no.such.group/v1/things');
    expect(status).toBe(403);
    expect(body.message).toBe(
      `things.no.such.group is forbidden: User "${pluginName}" cannot list resource "things" in API group "no.such.group" at the cluster scope`,
    );
  });

  it('answers whether one may, by the bindings of the moment', async () => {
    expect(await mayI(deleteLeases())).toEqual({ allowed: false });
    expect((await mayI(deleteLeases(), workspace.wire)).allowed).toBe(true);

    const at = `${RBAC}/namespaces/${workspace.namespace}`;
    await workspace.wire.post(`${at}/roles`, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'leases' },
      rules: [
        {
          apiGroups: ['coordination.k8s.io'],
          resources: ['leases'],
          resourceNames: ['only-this'],
          verbs: ['delete'],
        },
      ],
    });
    await workspace.wire.post(`${at}/rolebindings`, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'leases' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name: 'leases',
      },
      subjects: [
        {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'User',
          name: pluginName,
        },
      ],
    });
    const allowed = await eventually(
      'the new right',
      () => mayI({ ...deleteLeases(), name: 'only-this' }),
      answer => answer.allowed,
    );
    expect(allowed.reason).toBe(
      `RBAC: allowed by RoleBinding "leases/${workspace.namespace}" of Role "leases" to User "${pluginName}"`,
    );
    expect((await mayI({ ...deleteLeases(), name: 'other' })).allowed).toBe(
      false,
    );
    expect(
      (await mayI({ ...deleteLeases(), namespace: 'default' })).allowed,
    ).toBe(false);
  });

  it('lists one’s rules in a namespace', async () => {
    const { status, body } = await plugin.post(RULES_REVIEWS, {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectRulesReview',
      spec: { namespace: workspace.namespace },
    });
    expect(status).toBe(201);
    expect(body.status.incomplete).toBe(false);
    expect(body.status.resourceRules).toContainEqual({
      verbs: ['create'],
      apiGroups: ['authorization.k8s.io'],
      resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
    });
    expect(body.status.nonResourceRules).toContainEqual(
      expect.objectContaining({
        verbs: ['get'],
        nonResourceURLs: expect.arrayContaining(['/healthz', '/version']),
      }),
    );
  });

  it('wants to know in which namespace', async () => {
    const { status, body } = await plugin.post(RULES_REVIEWS, {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectRulesReview',
      spec: {},
    });
    expect(status).toBe(400);
    expect(body.message).toBe('no namespace on request');
  });

  it('a review of nothing is 422, and reading reviews 405', async () => {
    const nothing = await plugin.post(ACCESS_REVIEWS, {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: {},
    });
    expect(nothing.status).toBe(422);
    expect((await workspace.wire.get(ACCESS_REVIEWS)).status).toBe(405);
  });
});
