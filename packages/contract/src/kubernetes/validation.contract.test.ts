import { openWorkspace, type Workspace } from './workspace';

jest.setTimeout(60_000);

describe('Kubernetes: validation', () => {
  let workspace: Workspace;
  let path: string;

  beforeAll(async () => {
    workspace = await openWorkspace();
    path = workspace.velero('backups');
  });

  afterAll(() => workspace.close());

  const create = (object: unknown, query = '') =>
    workspace.wire.post(`${path}${query}`, object);
  const fieldsOf = (body: any) =>
    body.details.causes.map(({ field }: any) => field).sort();

  it('names every wrong field by its path', async () => {
    const { status, body } = await create({
      ...workspace.backup('Bad_Name'),
      metadata: { name: 'Bad_Name', labels: { 'a b': 'x y' } },
      spec: {
        ttl: 3,
        includedNamespaces: 'all',
        hooks: { resources: [{}] },
      },
      status: { phase: 'Perfect', expiration: 'tomorrow' },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      reason: 'Invalid',
      message: expect.stringMatching(
        /^Backup\.velero\.io "Bad_Name" is invalid: \[/,
      ),
      details: { name: 'Bad_Name', group: 'velero.io', kind: 'Backup' },
    });
    expect(fieldsOf(body)).toEqual([
      'metadata.labels',
      'metadata.labels',
      'metadata.name',
      'spec.hooks.resources[0].name',
      'spec.includedNamespaces',
      'spec.ttl',
      'status.expiration',
      'status.phase',
    ]);
  });

  it.each([
    [
      { spec: { ttl: 3 } },
      'FieldValueTypeInvalid',
      'spec.ttl: Invalid value: "integer": spec.ttl in body must be of type string: "integer"',
    ],
    [
      { spec: 'all' },
      'FieldValueTypeInvalid',
      'spec: Invalid value: "string": spec in body must be of type object: "string"',
    ],
    [
      { status: { errors: 1.5 } },
      'FieldValueTypeInvalid',
      'status.errors: Invalid value: "number": status.errors in body must be of type integer: "number"',
    ],
    [
      { status: { expiration: 'tomorrow' } },
      'FieldValueTypeInvalid',
      'status.expiration: Invalid value: "tomorrow": status.expiration in body must be of type date-time: "tomorrow"',
    ],
    [
      { spec: { orLabelSelectors: [{ matchExpressions: [{ key: 'a' }] }] } },
      'FieldValueRequired',
      'spec.orLabelSelectors[0].matchExpressions[0].operator: Required value',
    ],
    [
      { spec: { labelSelector: { matchLabels: { a: 1 } } } },
      'FieldValueTypeInvalid',
      'spec.labelSelector.matchLabels.a: Invalid value: "integer": spec.labelSelector.matchLabels.a in body must be of type string: "integer"',
    ],
  ])('words %j as Kubernetes does', async (wrong, reason, message) => {
    const { status, body } = await create(workspace.backup('v', wrong));
    expect(status).toBe(422);
    expect(body.message).toBe(`Backup.velero.io "v" is invalid: ${message}`);
    expect(body.details.causes).toEqual([
      {
        reason,
        field: message.split(': ')[0],
        message: message.split(': ').slice(1).join(': '),
      },
    ]);
  });

  it('lists what an enumeration allows', async () => {
    const { body } = await create(
      workspace.backup('v', { status: { phase: 'Perfect' } }),
    );
    expect(body.details.causes[0]).toMatchObject({
      reason: 'FieldValueNotSupported',
      field: 'status.phase',
      message: expect.stringMatching(
        /^Unsupported value: "Perfect": supported values: "New", .*"Deleting"$/,
      ),
    });
  });

  it('wants a name', async () => {
    const { status, body } = await create({
      ...workspace.backup(''),
      metadata: {},
    });
    expect(status).toBe(422);
    expect(body.message).toBe(
      'Backup.velero.io "" is invalid: metadata.name: Required value: name or generateName is required',
    );
  });
});
