import { parseAllDocuments } from 'yaml';
import { DrModuleInput, RELEASES, renderDrModule } from '.';

const input: DrModuleInput = {
  region: 'br',
  environment: 'dev',
  veleroVersion: '1.18',
  provider: 'aws',
  storage: {
    bucket: 'appgear-dr',
    region: 'sa-east-1',
    endpoint: 'https://s3.example.com',
  },
  workspaces: { pattern: 'ws-*' },
  gitops: { repoURL: 'https://git.example.com/appgear-gitops-core.git' },
};
const listed = { namespaces: ['ws-b', 'ws-a', 'ws-b'] };

const objects = (changes: Partial<DrModuleInput> = {}) =>
  renderDrModule({ ...input, ...changes })
    .filter(({ path }) => path.endsWith('.yaml'))
    .flatMap(({ content }) =>
      parseAllDocuments(content).map(document => document.toJS()),
    );
const one = (kind: string, name: string, changes?: Partial<DrModuleInput>) => {
  const found = objects(changes).filter(
    object => object.kind === kind && object.metadata?.name === name,
  );
  expect(found).toHaveLength(1);
  return found[0];
};

describe('the DR module', () => {
  it('is the same bytes for the same input', () => {
    expect(renderDrModule(input)).toEqual(renderDrModule({ ...input }));
  });

  it.each(RELEASES.map(({ minor }) => minor))(
    'is one Velero version throughout: %s',
    veleroVersion => {
      const changes = { veleroVersion, workspaces: listed };
      const tag = new RegExp(`^velero/velero:v${veleroVersion}\\.\\d+$`);
      const [server] = one('Deployment', 'velero', changes).spec.template.spec
        .containers;
      const [agent] = one('DaemonSet', 'node-agent', changes).spec.template.spec
        .containers;
      expect(server.image).toMatch(tag);
      expect(agent.image).toBe(server.image);
    },
  );

  it('keeps the patch version that was asked for', () => {
    const { spec } = one('Deployment', 'velero', { veleroVersion: 'v1.18.1' });
    expect(spec.template.spec.containers[0].image).toBe(
      'velero/velero:v1.18.1',
    );
  });

  it('installs plugins before the server starts, into the folder where it looks', () => {
    const { spec } = one('Deployment', 'velero').spec.template;
    expect(spec.containers).toHaveLength(1);
    expect(spec.initContainers).toMatchObject([
      { volumeMounts: [{ name: 'plugins', mountPath: '/target' }] },
    ]);
    expect(spec.containers[0].volumeMounts).toContainEqual({
      name: 'plugins',
      mountPath: '/plugins',
    });
  });

  it('brings the CSI plugin where Velero does not have it in itself', () => {
    const images = (veleroVersion: string) =>
      one('Deployment', 'velero', {
        veleroVersion,
        workspaces: listed,
      }).spec.template.spec.initContainers.map(
        ({ image }: { image: string }) => image,
      );
    expect(images('1.13')).toContain('velero/velero-plugin-for-csi:v0.7.1');
    expect(images('1.14').join()).not.toContain('csi');
  });

  it('names all kinds of Velero, as files or by address', () => {
    const resources = (veleroVersion: string): string[] =>
      objects({ veleroVersion, workspaces: listed })
        .filter(({ kind }) => kind === 'Kustomization')
        .flatMap(kustomization => kustomization.resources)
        .filter((resource: string) => resource.includes('velero.io_'));
    expect(resources('1.18')).toHaveLength(13);
    expect(resources('1.18')[0]).toMatch(/^crds\//);
    expect(resources('1.16')).toHaveLength(13);
    expect(resources('1.16')[0]).toContain('/v1.16.2/config/crd/v1/bases/');
  });

  it('has the default location, with the values themselves', () => {
    expect(one('BackupStorageLocation', 'dr-s3-external').spec).toEqual({
      provider: 'aws',
      default: true,
      accessMode: 'ReadWrite',
      objectStorage: {
        bucket: 'appgear-dr',
        prefix: 'appgear-platform/ag-br-core-dev',
      },
      config: {
        region: 'sa-east-1',
        s3Url: 'https://s3.example.com',
        s3ForcePathStyle: 'true',
        checksumAlgorithm: '',
      },
    });
  });

  it('keeps the credentials out of backups', () => {
    const { apiVersion, spec } = one(
      'ExternalSecret',
      'velero-cloud-credentials',
    );
    expect(apiVersion).toBe('external-secrets.io/v1');
    expect(spec.target.template.metadata.labels).toEqual({
      'velero.io/exclude-from-backup': 'true',
    });
  });

  it('says who pays on every object', () => {
    const unlabelled = objects()
      .filter(({ metadata }) => metadata)
      .filter(({ kind }) => kind !== 'CustomResourceDefinition')
      .filter(
        ({ metadata }) => metadata.labels['appgear.io/tenant-id'] !== 'global',
      );
    expect(unlabelled).toEqual([]);
  });
});

describe('its schedules', () => {
  const names = ['core-infra-daily', 'workspaces-daily', 'cluster-full-weekly'];
  const template = (name: string, changes?: Partial<DrModuleInput>) =>
    one('Schedule', name, changes).spec.template;

  it.each(names)('%s moves the data out of the cluster', name => {
    expect(template(name)).toMatchObject({
      snapshotVolumes: true,
      snapshotMoveData: true,
    });
    expect(template(name, { volumeData: 'fileSystem' })).toMatchObject({
      snapshotVolumes: false,
      defaultVolumesToFsBackup: true,
    });
  });

  it.each(names)('%s takes every object, whatever its labels', name => {
    expect(template(name)).not.toHaveProperty('labelSelector');
    expect(template(name).excludedResources).toEqual([
      'events',
      'events.events.k8s.io',
    ]);
  });

  it.each(names)('%s makes Backups that Argo CD leaves alone', name => {
    const { metadata } = one('Schedule', name);
    expect(metadata.annotations).toMatchObject({
      'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
      'argocd.argoproj.io/sync-options': 'Prune=false',
    });
    expect(template(name).metadata.labels).toHaveProperty([
      'appgear.io/tenant-id',
    ]);
  });

  it('takes workspaces by pattern, or by a list in order', () => {
    const included = (changes: Partial<DrModuleInput>) =>
      template('workspaces-daily', changes).includedNamespaces;
    expect(included({})).toEqual(['ws-*']);
    expect(included({ workspaces: listed })).toEqual(['ws-a', 'ws-b']);
  });

  it('tells databases before their volumes are read', () => {
    const databases = [
      {
        namespace: 'appgear-core',
        matchLabels: { app: 'postgres' },
        engine: 'postgresql' as const,
      },
    ];
    const [hook] = template('core-infra-daily', { databases }).hooks.resources;
    expect(hook.includedNamespaces).toEqual(['appgear-core']);
    expect(hook.pre[0].exec.command[2]).toContain('CHECKPOINT');
    expect(template('workspaces-daily', { databases }).hooks).toEqual({
      resources: [],
    });
  });
});

describe('what it refuses', () => {
  it.each<[string, Partial<DrModuleInput>, RegExp]>([
    [
      'a pattern before 1.18',
      { veleroVersion: '1.17' },
      /workspaces\.pattern: Velero v1\.17\.2 takes ws-\* for the name/,
    ],
    [
      'a version that is not known',
      { veleroVersion: '1.12' },
      /veleroVersion: .*1\.13, 1\.14/,
    ],
    [
      'a variable',
      { storage: { bucket: '${BUCKET}', region: 'x' } },
      /storage\.bucket: "\$\{BUCKET\}" is a placeholder/,
    ],
    [
      'an empty list of workspaces',
      { workspaces: { namespaces: [] } },
      /workspaces\.namespaces: .*every namespace/,
    ],
    [
      'a list and a pattern',
      { workspaces: { namespaces: ['ws-a'], pattern: 'ws-*' } },
      /either namespaces or pattern/,
    ],
    ['topology A', { topology: 'A' }, /topology-a\//],
    [
      'Azure without its account',
      { provider: 'azure' },
      /storage\.storageAccount: the provider azure needs it/,
    ],
    [
      'a cron that Velero cannot read',
      { schedules: { core: { cron: '0 25 * * *' } } },
      /schedules\.core\.cron: .*25 is above 23/,
    ],
  ])('%s', (_, changes, message) => {
    expect(() => renderDrModule({ ...input, ...changes })).toThrow(message);
  });
});
