import { lintFiles } from '@appgear/backstage-plugin-scaffolder-backend-module-velero/lint';
import { createGitHost } from './__testUtils__/gitHost';
import { startBed, TemplateBed } from './__testUtils__/startBed';
import { readTemplate, startPortal } from './__testUtils__/startPortal';
import { Tasks } from './__testUtils__/Tasks';

jest.setTimeout(180_000);

const REPOSITORY = 'git.example.com?owner=appgear&repo=gitops';
const DR_MODULE = {
  region: 'br',
  environment: 'dev',
  veleroVersion: '1.18',
  provider: 'aws',
  bucket: 'appgear-dr',
  storageRegion: 'sa-east-1',
  gitopsUrl: 'https://git.example.com/appgear-gitops-core.git',
  repoUrl: REPOSITORY,
};
const NEW_WORKSPACE = {
  workspace: 'ws-new',
  tenant: 'acme',
  owner: 'group:default/team-checkout',
  cluster: 'prod',
  tier: 'gold',
  storageLocation: 'default',
  repoUrl: REPOSITORY,
};

/** Templates that publish, through the real scaffolder; the git host is a stand-in. */
describe('a template with a repository in its form', () => {
  const host = createGitHost();
  let bed: TemplateBed;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  const as = (person: string) =>
    new Tasks(() => `http://localhost:${portal.server.port()}`, person);

  beforeAll(async () => {
    bed = await startBed();
    portal = await startPortal(bed, [host.feature]);
  });
  afterAll(async () => {
    await portal?.stop();
    await bed?.close();
  });
  beforeEach(() => host.pullRequests.splice(0));

  it('opens a pull request with the whole DR module, in which no trap is', async () => {
    const { status, log, output } = await as('petra.platform').run(
      'dr-module',
      DR_MODULE,
    );
    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(output.links).toEqual([
      { title: 'Pull request', url: 'https://git.example.com/pulls/1' },
    ]);
    const [{ files, ...pullRequest }] = host.pullRequests;
    expect(pullRequest).toMatchObject({
      repoUrl: REPOSITORY,
      branchName: 'dr-module-ag-br-core-dev',
      title: 'DR module for ag-br-core-dev',
    });
    expect(Object.keys(files).sort()).toEqual(
      output.text![1].content.trim().split('\n\n').sort(),
    );
    const { findings } = lintFiles(
      Object.entries(files).map(([path, text]) => ({ path, text })),
    );
    expect(findings).toEqual([]);
  });

  it('opens one with the manifests of a new workspace', async () => {
    const { status, log } = await as('dora.dev').run(
      'new-workspace',
      NEW_WORKSPACE,
    );
    expect({ status, log }).toMatchObject({ status: 'completed' });
    const [{ branchName, files }] = host.pullRequests;
    expect(branchName).toBe('workspace-ws-new');
    expect(Object.keys(files)).toEqual(['workspaces/ws-new.yaml']);
    expect(files['workspaces/ws-new.yaml']).toContain(
      'appgear.io/backup-enabled: "true"',
    );
  });

  it('opens none in a dry run', async () => {
    const { status, body } = await as('petra.platform').dryRun(
      readTemplate('dr-module'),
      DR_MODULE,
    );
    expect(status).toBe(200);
    const paths = body.directoryContents.map(
      ({ path }: { path: string }) => path,
    );
    expect(paths).toContain('clusters/ag-br-core-dev/core-dr.yaml');
    expect(host.pullRequests).toEqual([]);
  });

  it('opens none without a repository', async () => {
    const { status } = await as('petra.platform').run('dr-module', {
      ...DR_MODULE,
      repoUrl: undefined,
    });
    expect(status).toBe('completed');
    expect(host.pullRequests).toEqual([]);
  });
});
