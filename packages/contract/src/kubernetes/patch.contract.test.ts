import { openWorkspace, type Workspace } from './workspace';

jest.setTimeout(60_000);

const JSON_PATCH = 'application/json-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';
const APPLY = 'application/apply-patch+yaml';

describe('Kubernetes: patch', () => {
  let workspace: Workspace;
  let path: string;

  beforeAll(async () => {
    workspace = await openWorkspace();
    path = workspace.velero('backups');
  });

  afterAll(() => workspace.close());

  const created = async (name: string) => {
    await workspace.wire.post(path, workspace.backup(name));
    return `${path}/${name}`;
  };

  describe('merge', () => {
    it('changes what it names and removes what it nulls', async () => {
      const at = await created('m1');
      const { status, body } = await workspace.wire.mergePatch(at, {
        metadata: { labels: { a: 'b' } },
        spec: { ttl: null, storageLocation: 'default' },
      });
      expect(status).toBe(200);
      expect(body.spec).toEqual({ storageLocation: 'default' });
      expect(body.metadata.labels).toEqual({ a: 'b' });
    });

    it('passes each field to the manager that changed it last', async () => {
      const at = await created('m2');
      const { body } = await workspace.wire.send('PATCH', at, {
        body: { spec: { ttl: '1h0m0s' } },
        headers: {
          'Content-Type': 'application/merge-patch+json',
          'User-Agent': 'somebody/2.0',
        },
      });
      const owned = body.metadata.managedFields.map((entry: any) => [
        entry.manager,
        entry.fieldsV1,
      ]);
      expect(owned).toEqual([
        ['contract', { 'f:spec': {} }],
        ['somebody', { 'f:spec': { 'f:ttl': {} } }],
      ]);
    });

    it.each<[object | string, number, RegExp]>([
      [
        { spec: { ttl: 5 } },
        422,
        /^Backup\.velero\.io "m3" is invalid: spec\.ttl/,
      ],
      [
        { metadata: { resourceVersion: '5' }, spec: { ttl: 'x' } },
        409,
        /has been modified/,
      ],
      [
        { metadata: { name: 'other' } },
        400,
        /does not match the name on the URL \(m3\)$/,
      ],
      ['{bad', 400, /^error decoding patch/],
      [[1], 400, /^error decoding patch/],
    ])('%j is refused', async (patch, code, message) => {
      const at = await created('m3');
      const { status, body } = await workspace.wire.mergePatch(at, patch);
      expect(status).toBe(code);
      expect(body.message).toMatch(message);
    });

    it('of nothing is 404', async () => {
      const { status } = await workspace.wire.mergePatch(`${path}/nothing`, {});
      expect(status).toBe(404);
    });

    it('of …/status is 404: Velero’s kinds have no such split', async () => {
      const at = await created('m4');
      const patch = { status: { phase: 'New' } };
      const { status, body } = await workspace.wire.mergePatch(
        `${at}/status`,
        patch,
      );
      expect(status).toBe(404);
      expect(body.reason).toBe('NotFound');
      expect((await workspace.wire.mergePatch(at, patch)).body.status).toEqual(
        patch.status,
      );
    });
  });

  describe('JSON', () => {
    it('applies its operations', async () => {
      const at = await created('j1');
      const { status, body } = await workspace.wire.patch(
        at,
        [
          { op: 'test', path: '/spec/ttl', value: '24h0m0s' },
          { op: 'replace', path: '/spec/ttl', value: '1h0m0s' },
          { op: 'add', path: '/spec/includedNamespaces', value: ['a'] },
        ],
        JSON_PATCH,
      );
      expect(status).toBe(200);
      expect(body.spec).toEqual({ ttl: '1h0m0s', includedNamespaces: ['a'] });
    });

    it.each([
      { op: 'test', path: '/spec/ttl', value: 'other' },
      { op: 'replace', path: '/spec/none/x', value: 'y' },
      { op: 'remove', path: '/spec/none' },
    ])('%j is 422', async operation => {
      const at = await created('j2');
      const { status, body } = await workspace.wire.patch(
        at,
        [operation],
        JSON_PATCH,
      );
      expect(status).toBe(422);
      expect(body).toMatchObject({
        reason: 'Invalid',
        message:
          'the server rejected our request due to an error in our request',
      });
    });
  });

  describe('strategic merge', () => {
    it('is 415 for Velero’s kinds', async () => {
      const at = await created('s1');
      const { status, body } = await workspace.wire.patch(at, {}, STRATEGIC);
      expect(status).toBe(415);
      expect(body.message).toBe(
        'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
      );
    });

    it('works for built-in kinds', async () => {
      const { status, body } = await workspace.wire.patch(
        `/api/v1/namespaces/${workspace.namespace}`,
        { metadata: { labels: { 'appgear.io/tenant-id': 'acme' } } },
        STRATEGIC,
      );
      expect(status).toBe(200);
      expect(body.metadata.labels).toMatchObject({
        'appgear.io/tenant-id': 'acme',
        'kubernetes.io/metadata.name': workspace.namespace,
      });
    });
  });

  describe('apply', () => {
    const configuration = (name: string, spec: object, metadata = {}) => ({
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: { name, ...metadata },
      spec,
    });
    const apply = (
      manager: string,
      name: string,
      spec: object,
      query = '',
      metadata = {},
    ) =>
      workspace.wire.patch(
        `${path}/${name}?fieldManager=${manager}${query}`,
        configuration(name, spec, metadata),
        APPLY,
      );

    it('creates, then merges, and removes what it no longer says', async () => {
      const first = await apply('a', 'a1', { ttl: '1h0m0s' });
      expect(first.status).toBe(201);
      expect(first.body.metadata.managedFields).toMatchObject([
        {
          manager: 'a',
          operation: 'Apply',
          fieldsV1: { 'f:spec': { 'f:ttl': {} } },
        },
      ]);
      const second = await apply('a', 'a1', { storageLocation: 'x' });
      expect(second.status).toBe(200);
      expect(second.body.spec).toEqual({ storageLocation: 'x' });
    });

    it('takes YAML', async () => {
      const { status } = await workspace.wire.patch(
        `${path}/a2?fieldManager=a`,
        'apiVersion: velero.io/v1\nkind: Backup\nmetadata:\n  name: a2\nspec:\n  ttl: 1h0m0s\n',
        APPLY,
      );
      expect(status).toBe(201);
    });

    it('is a conflict when another applies another value, unless forced', async () => {
      await apply('a', 'a3', { ttl: '1h0m0s', storageLocation: 'x' });
      const refused = await apply('b', 'a3', { ttl: '2h0m0s' });
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({
        reason: 'Conflict',
        message: 'Apply failed with 1 conflict: conflict with "a": .spec.ttl',
        details: {
          causes: [
            {
              reason: 'FieldManagerConflict',
              message: 'conflict with "a"',
              field: '.spec.ttl',
            },
          ],
        },
      });
      const forced = await apply('b', 'a3', { ttl: '2h0m0s' }, '&force=true');
      expect(forced.status).toBe(200);
      expect(forced.body.spec).toEqual({ ttl: '2h0m0s', storageLocation: 'x' });
      expect(
        forced.body.metadata.managedFields.map((entry: any) => [
          entry.manager,
          entry.fieldsV1,
        ]),
      ).toEqual([
        ['a', { 'f:spec': { 'f:storageLocation': {} } }],
        ['b', { 'f:spec': { 'f:ttl': {} } }],
      ]);
    });

    it('treats finalizers as a set', async () => {
      await apply('a', 'a4', {}, '', { finalizers: ['a.b/one'] });
      const { body } = await apply('b', 'a4', {}, '', {
        finalizers: ['a.b/two'],
      });
      expect(body.metadata.finalizers).toEqual(['a.b/one', 'a.b/two']);
      await workspace.wire.mergePatch(`${path}/a4`, {
        metadata: { finalizers: null },
      });
    });

    it('wants to know who applies', async () => {
      const { status, body } = await workspace.wire.patch(
        `${path}/a5`,
        configuration('a5', {}),
        APPLY,
      );
      expect(status).toBe(422);
      expect(body.message).toBe(
        'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
      );
    });

    it('refuses unknown fields whatever fieldValidation says', async () => {
      const { status, body } = await apply('a', 'a6', { colour: 'red' });
      expect(status).toBe(500);
      expect(body.message).toContain(
        '.spec.colour: field not declared in schema',
      );
    });
  });
});
