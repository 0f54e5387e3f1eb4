import { VeleroService } from '@appgear/backstage-plugin-velero-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { requestRestoreAction } from './requestRestore';

const INPUT = {
  cluster: 'prod',
  backup: 'daily-1',
  namespaces: ['ws-shop', 'ws-jobs'],
  suffix: '-restored',
  reason: 'The settings were deleted',
};

/** A gate that keeps what is filed. */
function createGate(preview: object = {}) {
  const filed: any[] = [];
  const gate = {
    previewRestore: async () => ({
      obstacles: [],
      preview: {
        digest: 'd'.repeat(64),
        factors: [{ count: 1, groups: ['group:default/approvers'] }],
        refused: [],
        neverApproved: [],
        sameTarget: [],
        ...preview,
      },
    }),
    fileRestoreRequest: async (body: any) => {
      const request = {
        ...body,
        id: `request-${filed.length}`,
        backup: body.spec.backupName,
        state: 'pending',
        filedAt: new Date().toISOString(),
        approveBefore: '2030-01-01T00:00:00Z',
      };
      filed.push(request);
      return request;
    },
    listRestoreRequests: async ({ cluster }: { cluster: string }) => ({
      items: filed.filter(request => request.cluster === cluster),
    }),
  };
  return { filed, velero: gate as unknown as VeleroService };
}

async function run(velero: VeleroService, input: object = {}) {
  const output: Record<string, unknown> = {};
  const action = requestRestoreAction({
    velero,
    pollEvery: 1,
    keys: {} as any,
  });
  await action.handler({
    ...createMockActionContext({ input: { ...INPUT, ...input } }),
    output: (name: string, value: unknown) => {
      output[name] = value;
    },
  } as Parameters<typeof action.handler>[0]);
  return output;
}

describe('velero:restore:request', () => {
  it('files what was previewed, beside the living namespaces', async () => {
    const { filed, velero } = createGate();
    expect(await run(velero)).toEqual({
      request: 'request-0',
      state: 'pending',
      approveBefore: '2030-01-01T00:00:00Z',
      page: '/dr/restores/request-0',
    });
    expect(filed[0]).toMatchObject({
      digest: 'd'.repeat(64),
      spec: {
        backupName: 'daily-1',
        namespaceMapping: {
          'ws-shop': 'ws-shop-restored',
          'ws-jobs': 'ws-jobs-restored',
        },
      },
    });
  });

  it('finds what it filed before its worker died, without a checkpoint', async () => {
    const { filed, velero } = createGate();
    await run(velero);
    expect(await run(velero)).toMatchObject({ request: 'request-0' });
    expect(filed).toHaveLength(1);
  });

  it.each([
    ['another backup', { backup: 'daily-2' }],
    ['another reason', { reason: 'Something else happened' }],
  ])('files %s anew', async (_, input) => {
    const { filed, velero } = createGate();
    await run(velero);
    await run(velero, input);
    expect(filed).toHaveLength(2);
  });

  it.each([
    [
      { refused: [{ message: 'Nobody restores on Fridays' }] },
      {},
      /Nobody restores/,
    ],
    [{}, { spec: { scheduleName: 'daily' } }, /scheduleName/],
    [{}, { spec: { wrong: true } }, /spec\.wrong: unknown field/],
    [{}, { namespaceMapping: { a: 'b' } }, /either namespaceMapping or suffix/],
  ])('refuses %j, %j', async (preview, input, message) => {
    const { filed, velero } = createGate(preview);
    await expect(run(velero, input)).rejects.toThrow(message);
    expect(filed).toEqual([]);
  });
});
