import { parseAllDocuments } from 'yaml';
import { lintFiles } from '../lint/lintFiles';
import { DrModuleInput, Provider, RELEASES, renderDrModule } from '.';

type Storage = DrModuleInput['storage'];

interface Case {
  provider: Provider;
  storage: Storage;
  driver: string;
  image: string;
  credentials: string;
  /** By the plugin's own backupstoragelocation.md. */
  config?: Record<string, string>;
}

const CASES: Case[] = [
  {
    provider: 'azure',
    storage: {
      bucket: 'velero',
      resourceGroup: 'appgear-dr',
      storageAccount: 'appgeardr',
      subscriptionId: '11111111-2222-3333-4444-555555555555',
    },
    driver: 'disk.csi.azure.com',
    image: 'velero/velero-plugin-for-microsoft-azure',
    credentials: 'AZURE_CREDENTIALS_FILE',
    config: {
      resourceGroup: 'appgear-dr',
      storageAccount: 'appgeardr',
      subscriptionId: '11111111-2222-3333-4444-555555555555',
    },
  },
  {
    provider: 'gcp',
    storage: { bucket: 'appgear-dr' },
    driver: 'pd.csi.storage.gke.io',
    image: 'velero/velero-plugin-for-gcp',
    credentials: 'GOOGLE_APPLICATION_CREDENTIALS',
  },
];

describe.each(CASES)('the DR module on $provider', each => {
  const { provider, storage, driver } = each;
  const render = (changes: Partial<DrModuleInput> = {}) =>
    renderDrModule({
      region: 'br',
      environment: 'dev',
      veleroVersion: '1.18',
      provider,
      storage,
      snapshotClass: { name: 'velero-disks', driver },
      workspaces: { namespaces: ['ws-checkout'] },
      gitops: { repoURL: 'https://git.example.com/appgear-gitops-core.git' },
      ...changes,
    });
  const objects = (changes?: Partial<DrModuleInput>) =>
    render(changes)
      .filter(({ path }) => path.endsWith('.yaml'))
      .flatMap(({ content }) =>
        parseAllDocuments(content).map(document => document.toJS()),
      );
  const ofKind = (kind: string, changes?: Partial<DrModuleInput>) =>
    objects(changes).filter(object => object.kind === kind);

  it.each(RELEASES.map(({ minor }) => minor))(
    "installs the store's plugin and no other store's, Velero %s",
    veleroVersion => {
      const [{ spec }] = ofKind('Deployment', { veleroVersion });
      const images: string[] = spec.template.spec.initContainers.map(
        ({ image }: { image: string }) => image.replace(/:.*/, ''),
      );
      expect(images.filter(image => !/-for-csi$/.test(image))).toEqual([
        each.image,
      ]);
    },
  );

  it('tells the server and the node agent where the credentials are', () => {
    for (const kind of ['Deployment', 'DaemonSet']) {
      const [{ spec }] = ofKind(kind);
      const [{ env }] = spec.template.spec.containers;
      expect(env).toContainEqual({
        name: each.credentials,
        value: '/credentials/cloud',
      });
      expect(JSON.stringify(env)).not.toContain('AWS');
    }
  });

  it("gives the location the keys that the store's plugin reads, and no others", () => {
    const [{ spec }] = ofKind('BackupStorageLocation');
    expect(spec).toEqual({
      provider,
      default: true,
      accessMode: 'ReadWrite',
      objectStorage: {
        bucket: storage.bucket,
        prefix: 'appgear-platform/ag-br-core-dev',
      },
      ...(each.config && { config: each.config }),
    });
  });

  it('takes snapshots by CSI, which needs a class and no snapshot location', () => {
    expect(ofKind('VolumeSnapshotLocation')).toEqual([]);
    expect(ofKind('VolumeSnapshotClass')).toMatchObject([
      {
        driver,
        metadata: { labels: { 'velero.io/csi-volumesnapshot-class': 'true' } },
      },
    ]);
  });

  it.each(['csiDataMovement', 'fileSystem'] as const)(
    'shows no trap with %s',
    volumeData => {
      const files = render({ volumeData });
      const { findings, unreadable } = lintFiles(
        files.map(({ path, content }) => ({ path, text: content })),
      );
      expect({ findings, unreadable }).toEqual({
        findings: [],
        unreadable: [],
      });
    },
  );
});
