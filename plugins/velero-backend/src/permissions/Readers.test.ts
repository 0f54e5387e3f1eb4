import { PermissionsService } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { randomUUID } from 'node:crypto';
import { WorkspaceDirectory } from '../workspaces';
import { Readers } from './Readers';

function createReaders() {
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
  } satisfies Partial<PermissionsService>);
  const readers = new Readers({
    auth: mockServices.auth(),
    permissions,
    directory: {} as WorkspaceDirectory,
    toFilter: () => () => false,
  });
  return { readers, permissions };
}

const ada = () => mockCredentials.user('user:default/ada');
const bo = () => mockCredentials.user('user:default/bo');
const service = () => mockCredentials.service('plugin:other');

describe('Readers', () => {
  afterEach(() => jest.useRealTimers());

  it('turns decisions into what may be seen', async () => {
    const { readers } = createReaders();
    expect(await readers.readerOf(ada())).toMatchObject({
      clusters: true,
      storage: true,
      schedules: { all: true },
      workspaces: { denied: true },
      backups: { denied: true },
      restores: { denied: true },
    });
  });

  it('asks once for the lists of one page, and again after five seconds', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] });
    const { readers, permissions } = createReaders();
    await Promise.all([readers.readerOf(ada()), readers.readerOf(ada())]);
    await readers.readerOf(ada());
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(5_001);
    await readers.readerOf(ada());
    expect(permissions.authorize).toHaveBeenCalledTimes(2);
  });

  it('asks anew before five seconds are over, and lets nobody wait meanwhile', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] });
    const { readers, permissions } = createReaders();
    await readers.readerOf(ada());
    jest.advanceTimersByTime(2_501);
    let answer = (_: unknown[]) => {};
    permissions.authorize.mockReturnValueOnce(
      new Promise(resolve => {
        answer = resolve as typeof answer;
      }),
    );
    const meanwhile = await readers.readerOf(ada());
    expect(meanwhile).toMatchObject({ clusters: true });
    await readers.readerOf(ada());
    expect(permissions.authorize).toHaveBeenCalledTimes(2);
    answer(Array(3).fill({ result: AuthorizeResult.DENY }));
    await jest.advanceTimersByTimeAsync(0);
    expect(await readers.readerOf(ada())).toMatchObject({ clusters: false });
    jest.advanceTimersByTime(4_999);
    await readers.readerOf(ada());
    expect(permissions.authorize).toHaveBeenCalledTimes(3);
  });

  it('uses no decision whose renewal failed', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] });
    const { readers, permissions } = createReaders();
    await readers.readerOf(ada());
    jest.advanceTimersByTime(2_501);
    permissions.authorize.mockRejectedValue(new Error('not now'));
    await readers.readerOf(ada());
    await jest.advanceTimersByTimeAsync(0);
    await expect(readers.readerOf(ada())).rejects.toThrow('not now');
  });

  it('knows equal rights by one key, though each decision has an id of its own', async () => {
    const { readers, permissions } = createReaders();
    const decide = (result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) =>
      permissions.authorize.mockImplementation(async requests =>
        requests.map(() => ({ id: randomUUID(), result })),
      );
    decide(AuthorizeResult.ALLOW);
    const { key } = await readers.readerOf(ada());
    expect(await readers.readerOf(bo())).toMatchObject({ key });
    decide(AuthorizeResult.DENY);
    const { key: other } = await readers.readerOf(service());
    expect(other).not.toBe(key);
  });

  it('asks for each person, and each time for services', async () => {
    const { readers, permissions } = createReaders();
    await readers.readerOf(ada());
    await readers.readerOf(bo());
    expect(permissions.authorize).toHaveBeenCalledTimes(2);
    await readers.readerOf(service());
    await readers.readerOf(service());
    expect(permissions.authorize).toHaveBeenCalledTimes(4);
  });

  it('keeps no failure', async () => {
    const { readers, permissions } = createReaders();
    permissions.authorize.mockRejectedValueOnce(new Error('not now'));
    await expect(readers.readerOf(ada())).rejects.toThrow('not now');
    await expect(readers.readerOf(ada())).resolves.toMatchObject({
      clusters: true,
    });
  });
});
