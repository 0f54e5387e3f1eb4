import { startBed, TemplateBed } from './__testUtils__/startBed';
import { startPortal } from './__testUtils__/startPortal';
import { Tasks } from './__testUtils__/Tasks';

jest.setTimeout(180_000);

const FORM = {
  region: 'br',
  environment: 'dev',
  veleroVersion: '1.18',
  provider: 'aws',
  bucket: 'appgear-dr',
  storageRegion: 'sa-east-1',
  gitopsUrl: 'https://git.example.com/appgear-gitops-core.git',
};

describe('dr-module', () => {
  let bed: TemplateBed;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  const petra = new Tasks(
    () => `http://localhost:${portal.server.port()}`,
    'petra.platform',
  );

  beforeAll(async () => {
    bed = await startBed();
    portal = await startPortal(bed);
  });
  afterAll(async () => {
    await portal?.stop();
    await bed?.close();
  });

  it('renders the module of a cluster', async () => {
    const { status, output, log } = await petra.run('dr-module', FORM);
    expect({ status, log }).toMatchObject({ status: 'completed' });
    const [manifests, files] = output.text!;
    expect(manifests.content).toContain('kind: BackupStorageLocation');
    expect(files.content).toContain('clusters/ag-br-core-dev/core-dr.yaml');
  });

  it('takes a list of workspaces where Velero knows no patterns', async () => {
    const { status } = await petra.run('dr-module', {
      ...FORM,
      veleroVersion: '1.16',
      namespaces: ['ws-checkout'],
    });
    expect(status).toBe('completed');
  });

  it('says in its log why it cannot, and how to go on', async () => {
    const { status, log } = await petra.run('dr-module', {
      ...FORM,
      veleroVersion: '1.16',
    });
    expect(status).toBe('failed');
    expect(log).toContain('Write workspaces.namespaces, or choose 1.18');
  });
});
