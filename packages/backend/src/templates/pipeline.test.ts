import { execFile } from 'node:child_process';
import path from 'node:path';
import veleroPlugin from '@appgear/backstage-plugin-velero-backend';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventually } from './__testUtils__/eventually';
import { startBed, TemplateBed } from './__testUtils__/startBed';
import { portalIdentity } from './__testUtils__/startPortal';

jest.setTimeout(180_000);

const SCRIPT = path.resolve(
  __dirname,
  '../../../../deploy/pipelines/backup.mjs',
);
const TOKEN = 'a-pipeline-s-own-token';

/** The portal's own sign-in of services: what docs/pipelines.md configures. */
function startPortal({ kubeconfig }: TemplateBed) {
  return startTestBackend({
    features: [
      veleroPlugin,
      authServiceFactory,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            auth: {
              externalAccess: [
                {
                  type: 'static',
                  options: { token: TOKEN, subject: 'pipeline-shop' },
                  accessRestrictions: [
                    {
                      plugin: 'velero',
                      permission: [
                        'velero.workspace.read',
                        'velero.backup.create',
                      ],
                    },
                  ],
                },
              ],
            },
          },
          permission: { enabled: true },
          velero: {
            clusters: [{ name: 'prod', ...portalIdentity(kubeconfig) }],
            backups: { onDemand: { enabled: true } },
          },
        },
      }),
    ],
  });
}

describe('deploy/pipelines/backup.mjs', () => {
  let bed: TemplateBed;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    bed = await startBed();
    portal = await startPortal(bed);
    await eventually('workspaces are assessed', async () => {
      const { verdict } = await (
        await call('/workspaces/ws-shop/protection')
      ).json();
      return verdict === 'protected' || undefined;
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await bed?.close();
  });

  const url = () => `http://localhost:${portal.server.port()}`;

  function call(route: string, token = TOKEN, body?: object) {
    return fetch(`${url()}/api/velero${route}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
  }

  /** Runs it as a pipeline would. */
  function run(args: string[], env: object = {}) {
    return new Promise<{ code: number; text: string }>(resolve => {
      execFile(
        process.execPath,
        [SCRIPT, ...args],
        {
          env: {
            PORTAL_URL: url(),
            PORTAL_TOKEN: TOKEN,
            BACKUP_POLL_MS: '200',
            ...env,
          },
        },
        (error, stdout, stderr) =>
          resolve({
            code: Number(error?.code ?? 0),
            text: stdout + stderr,
          }),
      );
    });
  }

  it('says which schedule takes a workspace', async () => {
    const { code, text } = await run(['coverage', 'prod', 'ws-shop']);
    expect(text).toMatch(/Schedule shop takes all of ws-shop, next at 20/);
    expect(code).toBe(0);
  });

  it('fails where none does', async () => {
    const { code, text } = await run(['coverage', 'prod', 'ws-late']);
    expect(text).toContain('No schedule on prod takes all of ws-late');
    expect(code).toBe(1);
  });

  it('has a workspace backed up, waits for the proof, and finds it again', async () => {
    const key = { BACKUP_KEY: 'run-4711-attempt' };
    const first = await run(['backup', 'prod', 'ws-late'], key);
    expect(first.text).toMatch(/was made[^]*is proven to hold all of ws-late/);
    expect(first.code).toBe(0);
    const again = await run(['backup', 'prod', 'ws-late'], key);
    expect(again.text).toMatch(/is there already[^]*is proven/);
    expect(again.code).toBe(0);
  });

  it.each([
    [{ PORTAL_TOKEN: 'another' }, /401/],
    [{ PORTAL_TOKEN: '' }, /Set PORTAL_URL and PORTAL_TOKEN/],
  ])('says what is wrong with %j', async (env, message) => {
    const { code, text } = await run(['backup', 'prod', 'ws-late'], env);
    expect(text).toMatch(message);
    expect(code).toBe(1);
  });

  it('may do nothing else with its token', async () => {
    const refused = [
      await call('/clusters'),
      await call('/storage-locations'),
      await call('/restore-requests'),
      await call('/workspaces/ws-late/enablement', TOKEN, {}),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});
