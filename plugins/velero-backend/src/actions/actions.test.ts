import { catalogUser } from '@appgear/velero-sandbox';
import {
  BackstageCredentials,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { JsonObject } from '@backstage/types';
import { startVeleroBackend, TestCluster } from '../__testUtils__';
import { Bed, configMapOf, namespaceOf, until } from '../__testUtils__/Bed';

jest.setTimeout(60_000);

describe('actions', () => {
  const registry = actionsRegistryServiceMock();
  let bed: Bed;
  let backend: Awaited<ReturnType<typeof startVeleroBackend>>;

  beforeAll(async () => {
    bed = await Bed.start(['prod']);
    bed.create(
      'prod',
      namespaceOf('ws-shop', {
        'appgear.io/workspace-id': 'shop',
        'appgear.io/backup-enabled': 'true',
      }),
      configMapOf('ws-shop', 'settings'),
      namespaceOf('ws-bare', { 'appgear.io/workspace-id': 'bare' }),
      configMapOf('ws-bare', 'settings'),
    );
    bed.clock.advance(60_000);
    bed.backup('prod', 'daily-1', { includedNamespaces: ['ws-shop'] });
    bed.clock.run();
    backend = await startVeleroBackend({
      clusters: bed
        .clusterConfigs()
        .map(config => ({ config })) as unknown as TestCluster[],
      config: {
        evidence: { retryInitial: '100ms', downloadTimeout: '5s' },
        restores: {
          rules: [
            {
              name: 'every restore',
              require: [{ group: 'group:default/approvers' }],
            },
          ],
        },
      },
      entities: [
        catalogUser({ username: 'operator', groups: ['operators'] }),
        catalogUser({ username: 'ana', groups: ['approvers'] }),
      ],
      features: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
      ],
    });
    await backend.untilLive();
  });

  afterAll(async () => {
    await backend.stop();
    await bed.close();
  });

  const operator = mockCredentials.user('user:default/operator');
  const invoke = async (
    name: string,
    input: JsonObject,
    credentials: BackstageCredentials = operator,
  ) => {
    const id = [...registry.actions.keys()].find(it => it.endsWith(name))!;
    const { output } = await registry.invoke({ id, input, credentials });
    return output as any;
  };
  const shop = {
    cluster: 'prod',
    spec: {
      backupName: 'daily-1',
      includedNamespaces: ['ws-shop'],
      namespaceMapping: { 'ws-shop': 'ws-drill' },
    },
  };

  it('are reads, and one that asks; none that approves', () => {
    const writing = [...registry.actions.values()]
      .filter(({ attributes }) => !attributes?.readOnly)
      .map(({ name }) => name);
    expect(writing).toEqual(['request-restore']);
    expect(registry.actions.size).toBe(5);
  });

  it('list workspaces and explain their verdicts', async () => {
    const safe = () => invoke('list-workspaces', { verdict: 'protected' });
    await until(
      'the proof of a workspace',
      async () => (await safe()).total > 0,
      50_000,
    );
    expect((await safe()).workspaces).toMatchObject([
      { id: 'shop', verdict: 'protected', provenAt: expect.any(String) },
    ]);
    const { workspaces } = await invoke('list-workspaces', { search: 'bare' });
    expect(workspaces).toMatchObject([
      {
        verdict: 'unprotected',
        reasons: ['Namespace ws-bare: no backup takes it in.'],
      },
    ]);
    expect(
      await invoke('explain-verdict', { workspace: 'bare' }),
    ).toMatchObject({
      verdict: 'unprotected',
      reasons: [{ code: 'noPoint', nextStep: expect.any(String) }],
      loss: [{ namespace: 'ws-bare', objects: 1 }],
    });
  });

  it('list recovery points', async () => {
    expect(
      await invoke('list-recovery-points', { workspace: 'shop' }),
    ).toMatchObject({
      total: 1,
      points: [{ backup: 'daily-1', grade: 'complete', available: true }],
    });
  });

  it('preview a restore, and file it for approval', async () => {
    const { obstacles, preview } = await invoke('preview-restore', shop);
    expect(obstacles).toEqual([]);
    expect(preview).toMatchObject({
      refused: [],
      approvals: [{ count: 1, groups: ['group:default/approvers'] }],
      totalObjects: 4,
      actions: { create: 4 },
      objects: expect.arrayContaining([
        expect.objectContaining({
          action: 'create',
          kind: 'ConfigMap',
          name: 'settings',
          namespace: 'ws-drill',
        }),
      ]),
    });
    const filed = await invoke('request-restore', {
      ...shop,
      digest: preview.digest,
      reason: 'the settings were deleted by mistake',
    });
    expect(filed).toMatchObject({ state: 'pending' });
    expect(filed.path).toBe(`/dr/restores/${filed.id}`);
    const { body } = await backend.get(`/restore-requests/${filed.id}`);
    expect(body).toMatchObject({ requester: 'user:default/operator' });
  });

  it('say what stands in the way', async () => {
    const asked = { ...shop, spec: { backupName: 'gone' } };
    const { obstacles } = await invoke('preview-restore', asked);
    expect(obstacles).toMatchObject([{ hint: expect.any(String) }]);
    await expect(
      invoke('request-restore', {
        ...asked,
        digest: '0'.repeat(64),
        reason: 'the settings were deleted by mistake',
      }),
    ).rejects.toThrow(/The restore cannot succeed: .*gone/);
  });

  it('do for a person what that person may', async () => {
    const nobody = mockCredentials.user('user:default/nobody');
    for (const [name, input] of [
      ['list-workspaces', {}],
      ['explain-verdict', { workspace: 'shop' }],
      ['list-recovery-points', { workspace: 'shop' }],
      ['preview-restore', shop],
    ] as const) {
      await expect(invoke(name, input, nobody)).rejects.toThrow(/403/);
    }
  });
});
