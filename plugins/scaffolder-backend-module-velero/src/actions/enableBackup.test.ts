import { VeleroService } from '@appgear/backstage-plugin-velero-node';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { enableBackupAction } from './enableBackup';

const KEYS = {
  workspaceId: 'appgear.io/workspace-id',
  backupEnabled: 'appgear.io/backup-enabled',
  tier: 'appgear.io/tier',
  rpo: 'appgear.io/rpo',
};

const NAMESPACE = `# Made by module 13.
apiVersion: v1
kind: Namespace
metadata:
  name: ws-new
  labels:
    appgear.io/workspace-id: ws-new # its id
    appgear.io/backup-enabled: true
---
apiVersion: v1
kind: Namespace
metadata: { name: ws-other, labels: { appgear.io/workspace-id: ws-other } }
`;

const schedule = (template: string) => `apiVersion: velero.io/v1
kind: Schedule
metadata: { name: daily, namespace: velero }
spec:
  schedule: 0 2 * * *
  template: ${template}
`;

/** A backend that knows of a cluster, and of no workspace yet. */
function backend(veleroVersion = 'v1.18.2'): VeleroService {
  return {
    async getWorkspace() {
      throw await ResponseError.fromResponse(
        new Response('{"error":{"name":"NotFoundError","message":"none"}}', {
          status: 404,
          headers: { 'content-type': 'application/json' },
        }) as any,
      );
    },
    async listClusters() {
      return [{ cluster: 'prod', veleroVersion }];
    },
  } as unknown as VeleroService;
}

describe('velero:backup:enable in a folder', () => {
  const folder = createMockDirectory();

  async function run(input: object, options: object = {}) {
    const output: Record<string, unknown> = {};
    const ctx = {
      ...createMockActionContext({
        input: { workspace: 'ws-new', path: '.', cluster: 'prod', ...input },
        workspacePath: folder.path,
      }),
      output: (name: string, value: unknown) => {
        output[name] = value;
      },
      ...options,
    };
    const action = enableBackupAction({
      velero: backend(),
      keys: KEYS,
      pollEvery: 1,
    });
    await action.handler(ctx as Parameters<typeof action.handler>[0]);
    return output;
  }

  beforeEach(() =>
    folder.setContent({
      'a/namespaces.yaml': NAMESPACE,
      'a/schedule.yml': schedule('{ includedNamespaces: [ws-new] }'),
      'a/chart.yaml': 'name: {{ .Values.name }}',
    }),
  );

  it('labels the namespaces of the workspace, and nothing else', async () => {
    const output = await run({ tier: 'gold', rpo: '4h' });
    const { a } = folder.content() as any;
    expect(a['namespaces.yaml']).toBe(`# Made by module 13.
apiVersion: v1
kind: Namespace
metadata:
  name: ws-new
  labels:
    appgear.io/workspace-id: ws-new # its id
    appgear.io/backup-enabled: "true"
    appgear.io/tier: gold
  annotations:
    appgear.io/rpo: 4h
---
apiVersion: v1
kind: Namespace
metadata: { name: ws-other, labels: { appgear.io/workspace-id: ws-other } }
`);
    expect(output).toMatchObject({
      changed: ['a/namespaces.yaml'],
      covered: true,
      schedules: ['a/schedule.yml'],
      manifests: expect.stringContaining('# a/schedule.yml\n'),
    });
  });

  it('changes nothing again', async () => {
    await run({ tier: 'gold' });
    const once = folder.content();
    expect(await run({ tier: 'gold' })).toMatchObject({ changed: [] });
    expect(folder.content()).toEqual(once);
  });

  it('only says what would happen in a dry run', async () => {
    const before = folder.content();
    const output = await run({}, { isDryRun: true });
    expect(output).toMatchObject({ changed: ['a/namespaces.yaml'] });
    expect(folder.content()).toEqual(before);
  });

  it.each([
    [
      'by label, as module 15 does',
      '{ includedNamespaces: ["*"], labelSelector: { matchLabels: { appgear.io/backup-enabled: "true" } } }',
      /would miss .*Deployment of ws-new.*labelSelector/s,
    ],
    [
      'of others',
      '{ includedNamespaces: [ws-other] }',
      /would miss .*namespaceNotIncluded/s,
    ],
    [
      'without Secrets',
      '{ includedNamespaces: [ws-new], excludedResources: [secrets] }',
      /would miss Secret of ws-new \(kindExcluded\)/,
    ],
  ])('fails with a schedule %s', async (_, template, message) => {
    folder.addContent({ 'a/schedule.yml': schedule(template) });
    await expect(run({})).rejects.toThrow(message);
    expect(await run({ coverage: 'report' })).toMatchObject({
      covered: false,
      missing: [expect.stringMatching(message)],
    });
  });

  it('says so when there is no schedule', async () => {
    folder.setContent({ 'namespaces.yaml': NAMESPACE });
    await expect(run({})).rejects.toThrow(/No Schedule in the folder takes/);
  });

  it.each([
    [{ path: undefined }, /path for manifests, live: true/],
    [{ path: 'b' }, /no b in the template's workspace folder/],
    [{ path: '../..' }, /not allowed|outside/],
    [{ workspace: 'ws-none' }, /No manifest of a Namespace with the label/],
  ])('refuses %j', async (input, message) => {
    await expect(run(input)).rejects.toThrow(message);
  });

  it('names a file that is no YAML', async () => {
    folder.addContent({ 'a/broken.yaml': 'kind: Namespace\nmetadata: {' });
    await expect(run({})).rejects.toThrow(/a\/broken\.yaml is not YAML/);
  });
});
