import { Wire } from '../wire/wire';
import { openWorkspace, type Workspace } from './workspace';

jest.setTimeout(60_000);

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

describe('Kubernetes: discovery', () => {
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = await openWorkspace();
  });

  afterAll(() => workspace.close());

  it('lists Velero’s 13 kinds, without a status subresource', async () => {
    const kinds: any[] = [];
    for (const version of ['v1', 'v2alpha1']) {
      const { body } = await workspace.wire.get(`/apis/velero.io/${version}`);
      expect(body).toMatchObject({
        kind: 'APIResourceList',
        groupVersion: `velero.io/${version}`,
      });
      kinds.push(...body.resources);
    }
    expect(kinds.map(({ name }) => name).sort()).toEqual([
      'backuprepositories',
      'backups',
      'backupstoragelocations',
      'datadownloads',
      'datauploads',
      'deletebackuprequests',
      'downloadrequests',
      'podvolumebackups',
      'podvolumerestores',
      'restores',
      'schedules',
      'serverstatusrequests',
      'volumesnapshotlocations',
    ]);
    const location = kinds.find(({ kind }) => kind === 'BackupStorageLocation');
    expect(location).toMatchObject({
      singularName: 'backupstoragelocation',
      namespaced: true,
      shortNames: ['bsl'],
    });
    expect([...location.verbs].sort()).toEqual(VERBS);
  });

  it('names groups with their versions', async () => {
    const { body } = await workspace.wire.get('/apis');
    expect(body.kind).toBe('APIGroupList');
    expect(body.groups).toContainEqual({
      name: 'velero.io',
      versions: [
        { groupVersion: 'velero.io/v1', version: 'v1' },
        { groupVersion: 'velero.io/v2alpha1', version: 'v2alpha1' },
      ],
      preferredVersion: { groupVersion: 'velero.io/v1', version: 'v1' },
    });
    const one = await workspace.wire.get('/apis/velero.io');
    expect(one.body).toMatchObject({ kind: 'APIGroup', name: 'velero.io' });
  });

  it('serves the kinds that disaster recovery has to do with', async () => {
    const plurals = async (path: string) =>
      (await workspace.wire.get(path)).body.resources.map(
        ({ name }: any) => name,
      );
    expect(await plurals('/api/v1')).toEqual(
      expect.arrayContaining([
        'configmaps',
        'endpoints',
        'events',
        'namespaces',
        'namespaces/status',
        'nodes',
        'persistentvolumeclaims',
        'persistentvolumes',
        'pods',
        'pods/status',
        'replicationcontrollers',
        'secrets',
        'serviceaccounts',
        'services',
      ]),
    );
    expect(await plurals('/apis/apps/v1')).toEqual(
      expect.arrayContaining([
        'daemonsets',
        'deployments',
        'replicasets',
        'statefulsets',
      ]),
    );
  });

  it('holds a CustomResourceDefinition for each of Velero’s kinds', async () => {
    const { body } = await workspace.wire.get(
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
    );
    const velero = body.items.filter(
      ({ spec }: any) => spec.group === 'velero.io',
    );
    expect(velero).toHaveLength(13);
  });

  it.each([
    '/apis/velero.io/v9/backups',
    '/apis/velero.io/v1/nothings',
    '/apis/nobody.io/v1/things',
    '/nothing',
  ])('%s is 404, as a page and not as a Status', async path => {
    const { status, headers, body } = await workspace.wire.get(path);
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body).toBe('404 page not found\n');
  });

  it('tells its version and health to everyone', async () => {
    const plugin = new Wire(workspace.cluster.plugin);
    const version = await plugin.get('/version');
    expect(version.body).toMatchObject({
      major: '1',
      gitVersion: expect.stringMatching(/^v1\.\d+\.\d+/),
    });
    for (const path of ['/healthz', '/livez', '/readyz']) {
      const { status, body } = await plugin.get(path);
      expect([path, status, body]).toEqual([path, 200, 'ok']);
    }
  });
});
